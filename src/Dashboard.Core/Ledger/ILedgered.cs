namespace Dashboard.Core.Ledger;

/// <summary>
/// An entity whose every change gets a ledger entry. The context refuses to save a change outside a <see cref="LedgerTransaction"/>, so the
/// entry cannot be forgotten.
/// </summary>
public interface ILedgered;
