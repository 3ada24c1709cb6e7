namespace Dashboard.Pdf.Tests;

/// <summary>Texts that are hard to print, each with what must be printed.</summary>
internal static class HostileTexts
{
    public static readonly string LongWord = new('W', 4000);

    private static readonly string LongAddress = "s3://" + string.Concat(Enumerable.Repeat("averylongfoldername/", 300));

    public static readonly (string Text, string Printed)[] All =
    [
        (LongWord, LongWord),
        (LongAddress, LongAddress),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("bell\u0007 zero\u0000 escape\u001b", "bell[U+0007] zero[U+0000] escape[U+001B]"),
        ("turned \u202Egpj.exe and hidden\u200B", "turned [U+202E]gpj.exe and hidden[U+200B]"),
        ("grin \U0001F600 and rocket \U0001F680", "grin \U0001F600 and rocket [U+1F680]"),
        ("private \uE000 and \U0001F1FA\U0001F1F8", "private [U+E000] and [U+1F1FA][U+1F1F8]"),
        ("用户上传 备份（新加坡）", "用户上传 备份（新加坡）"),
        ("アップロード 백업 резервная копия αντίγραφο", "アップロード 백업 резервная копия αντίγραφο"),
        ("Zażółć gęślą jaźń, cafe\u0301", "Zażółć gęślą jaźń, café"),
        ("தமிழ் หน้า", "[U+0BA4][U+0BAE][U+0BBF][U+0BB4][U+0BCD] [U+0E2B][U+0E19][U+0E49][U+0E32]"),
        ("%s {0} <script> \\ ' \" ) ( << >> endobj", "%s {0} <script> \\ ' \" ) ( << >> endobj"),
    ];
}
