namespace Dashboard.Pdf;

/// <summary>
/// The text above and below the content of every page. Each part takes one line. A part that is too long is cut and ends in an ellipsis.
/// </summary>
/// <param name="HeaderLeft">Top left, for example the issuer.</param>
/// <param name="HeaderRight">Top right, for example the kind of document. Takes at most half of the width.</param>
/// <param name="FooterLeft">Bottom left, followed by <c> · page 2 of 7</c>.</param>
/// <param name="FooterRight">Bottom right, in the monospaced font, for example a hash. Takes at most 60 % of the width.</param>
public sealed record HeaderFooter(string HeaderLeft, string HeaderRight, string FooterLeft, string FooterRight);
