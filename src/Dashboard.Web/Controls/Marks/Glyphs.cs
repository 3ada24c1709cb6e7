namespace Dashboard.Web.Controls.Marks;

/// <summary>The product's icons: line drawings on a 20 × 20 grid with a 1.5 stroke. Inline SVG, so no icon font loads.</summary>
public static class Glyphs
{
    public const string Summary = """<path d="M3 11.5a7 7 0 0 1 14 0"/><path d="M10 11.5 13.2 7"/><path d="M3.5 15.5h13"/>""";
    public const string Migration = """<path d="M3 6h8M8 3l3 3-3 3M17 14H9m3-3-3 3 3 3"/>""";
    public const string Inventory = """<rect x="3" y="3.5" width="14" height="5" rx="1.5"/><rect x="3" y="11.5" width="14" height="5" rx="1.5"/><path d="M6 6h.01M6 14h.01M9 6h5M9 14h5"/>""";
    public const string Deletions = """<path d="M3.5 5.5h13M8 3h4M5 5.5l.7 10a1.5 1.5 0 0 0 1.5 1.5h5.6a1.5 1.5 0 0 0 1.5-1.5l.7-10M8.3 9v5M11.7 9v5"/>""";
    public const string Commitments = """<path d="M5 17V3.5h9.5L12.5 7l2 3.5H5"/>""";
    public const string Access = """<path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Z"/><circle cx="10" cy="10" r="2.2"/>""";
    public const string Findings = """<path d="M10 3.2 17.3 16H2.7ZM10 8.2v3.6M10 14h.01"/>""";
    public const string Ledger = """<circle cx="10" cy="4.5" r="1.8"/><circle cx="5" cy="15.5" r="1.8"/><circle cx="15" cy="15.5" r="1.8"/><path d="M10 6.3v3M5 13.7v-2.2a2.2 2.2 0 0 1 2.2-2.2h5.6a2.2 2.2 0 0 1 2.2 2.2v2.2"/>""";
    public const string Imports = """<path d="M10 3v9M6.5 8.7 10 12.2l3.5-3.5M3.5 13v2.5A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5V13"/>""";
    public const string Sources = """<ellipse cx="10" cy="5" rx="6" ry="2.2"/><path d="M4 5v10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V5M4 10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2"/>""";
    public const string Reports = """<path d="M5 2.8h6.5L15.5 7v9a1.2 1.2 0 0 1-1.2 1.2H5.7A1.2 1.2 0 0 1 4.5 16V4A1.2 1.2 0 0 1 5.7 2.8M11.3 3v4.2h4M7.5 11h5M7.5 14h3.5"/>""";
    public const string Administration = """<path d="M3 6h6M13 6h4M3 14h3M10 14h7"/><circle cx="11" cy="6" r="2"/><circle cx="8" cy="14" r="2"/>""";
    public const string Key = """<circle cx="6.5" cy="13.5" r="3"/><path d="m8.7 11.3 7.3-7.3M13.2 6.8l2.2 2.2M11 9l1.6 1.6"/>""";
    public const string People = """<circle cx="7.5" cy="7" r="2.7"/><path d="M2.8 16.2a4.7 4.7 0 0 1 9.4 0M13 4.7a2.5 2.5 0 0 1 0 4.8M14.3 12a4.5 4.5 0 0 1 3 4.2"/>""";
    public const string Boundary = """<path d="M14.5 4.8a7 7 0 1 0 0 10.4"/><circle cx="11" cy="10" r="2"/><path d="M15 10h2.5"/>""";
    public const string Location = """<path d="M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9Z"/><circle cx="10" cy="8.5" r="2"/>""";

    public const string Menu = """<path d="M3 5.5h14M3 10h14M3 14.5h14"/>""";
    public const string Fold = """<rect x="3" y="3.5" width="14" height="13" rx="2"/><path d="M8 3.5v13M13.5 8 11.5 10l2 2"/>""";
    public const string ChevronDown = """<path d="m5.5 8 4.5 4.5L14.5 8"/>""";
    public const string ChevronLeft = """<path d="M12 5.5 7.5 10l4.5 4.5"/>""";
    public const string ChevronRight = """<path d="M8 5.5 12.5 10 8 14.5"/>""";
    public const string ArrowRight = """<path d="M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5"/>""";
    public const string ArrowUp = """<path d="M10 16V4M5.5 8.5 10 4l4.5 4.5"/>""";
    public const string ArrowDown = """<path d="M10 4v12M5.5 11.5 10 16l4.5-4.5"/>""";
    public const string Plus = """<path d="M10 4v12M4 10h12"/>""";
    public const string Close = """<path d="m5 5 10 10M15 5 5 15"/>""";
    public const string Check = """<path d="m4 10.5 4 4 8-9"/>""";
    public const string Search = """<circle cx="9" cy="9" r="5.2"/><path d="m13 13 4 4"/>""";
    public const string Filter = """<path d="M3 5h14M6 10h8M8.5 15h3"/>""";
    public const string Columns = """<rect x="3" y="4" width="14" height="12" rx="1.5"/><path d="M7.7 4v12M12.3 4v12"/>""";
    public const string Export = """<path d="M10 12.5v-9M6.5 7 10 3.5 13.5 7M3.5 12.5v3A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5v-3"/>""";
    public const string Retry = """<path d="M16.5 10a6.5 6.5 0 1 1-2-4.7M16.5 3v3.5H13"/>""";
    public const string Clock = """<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.7 1.7"/>""";
    public const string Information = """<circle cx="10" cy="10" r="7"/><path d="M10 9.2v4.3M10 6.5h.01"/>""";
    public const string Warning = Findings;
    public const string Refused = """<circle cx="10" cy="10" r="7"/><path d="m5.2 5.2 9.6 9.6"/>""";
    public const string Lock = """<rect x="4.5" y="9" width="11" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9M10 12.3v1.5"/>""";
    public const string Compass = """<circle cx="10" cy="10" r="7"/><path d="m13 7-1.7 4.3L7 13l1.7-4.3Z"/>""";
    public const string SignOut = """<path d="M8 3.5H5A1.5 1.5 0 0 0 3.5 5v10A1.5 1.5 0 0 0 5 16.5h3M8.5 10h8M13 6.5l3.5 3.5-3.5 3.5"/>""";
    public const string Sun = """<circle cx="10" cy="10" r="3.2"/><path d="M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M4.7 15.3l1.2-1.2M14.1 5.9l1.2-1.2"/>""";
    public const string Moon = """<path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z"/>""";
    public const string Monitor = """<rect x="2.5" y="4" width="15" height="9.5" rx="1.5"/><path d="M10 13.5V17M7 17h6"/>""";
    public const string HalfMoon = """<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13Z" fill="currentcolor"/>""";
    public const string View = """<path d="M5.5 3h9v13.5L10 13l-4.5 3.5Z"/>""";
    public const string Table = """<rect x="3" y="4" width="14" height="12" rx="1.5"/><path d="M3 8h14M3 12h14M8.5 8v8"/>""";
}
