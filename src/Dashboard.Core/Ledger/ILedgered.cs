namespace Dashboard.Core.Ledger;

/// <summary>
/// An entity whose every change is a ledger entry. The context refuses to save one outside a <see cref="LedgerTransaction"/>, so that
/// nobody can forget it.
/// </summary>
public interface ILedgered;
