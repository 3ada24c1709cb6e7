namespace Dashboard.Web.Demo;

/// <summary>The names in the demo programme. The company, people and systems are invented; the cloud regions are real.</summary>
internal static class DemoNames
{
    public const string Company = "Meridian";

    /// <summary>Each system and its kinds of dataset.</summary>
    public static readonly (string System, string[] Datasets)[] Systems =
    [
        ("Accounts", ["profiles", "credentials", "devices", "sessions", "consents", "age checks", "phone numbers", "account events"]),
        ("Direct messages", ["conversations", "attachments", "read receipts", "blocked users", "message index"]),
        ("Comments", ["comments", "reactions", "mentions", "comment moderation"]),
        ("Uploads", ["originals", "renditions", "thumbnails", "drafts", "upload metadata"]),
        ("Live", ["recordings", "chat transcripts", "gifts", "stream metadata"]),
        ("Recommendation", ["watch history", "interest vectors", "candidate sets", "ranking features", "not interested"]),
        ("Search", ["queries", "click log", "suggestions", "search index"]),
        ("Follow graph", ["edges", "contact matches", "suggested accounts"]),
        ("Notifications", ["push tokens", "delivery log", "preferences"]),
        ("Advertising", ["audiences", "impressions", "clicks", "conversions", "advertiser contacts", "frequency caps"]),
        ("Measurement", ["pixel events", "attribution", "aggregated reports"]),
        ("Payments", ["transactions", "payouts", "tax forms", "disputes"]),
        ("Shop", ["orders", "addresses", "returns", "seller accounts", "reviews"]),
        ("Location", ["coarse location", "ip history", "check-ins"]),
        ("Sound library", ["sound usage", "favourites", "licences"]),
        ("Effects", ["face landmarks", "effect usage", "creator effects"]),
        ("Safety", ["reports", "appeals", "enforcement log", "minor protection", "case files"]),
        ("Trust signals", ["device fingerprints", "bot scores", "login risk"]),
        ("Customer support", ["tickets", "call recordings", "satisfaction"]),
        ("Creator tools", ["analytics", "earnings", "schedules"]),
        ("Data warehouse", ["daily active", "retention", "funnel events", "experiments", "cohorts", "finance extracts", "raw events"]),
        ("Logging", ["access log", "application log", "crash dumps", "audit log"]),
        ("Feature store", ["user features", "session features", "embeddings"]),
        ("Model training", ["training sets", "evaluation sets", "labels"]),
        ("Email", ["addresses", "campaigns", "bounces"]),
        ("Legal response", ["requests", "preserved content", "disclosures"]),
        ("Research", ["survey answers", "usability sessions", "panels"]),
        ("Content delivery", ["edge cache", "request log", "origin shield"]),
        ("Public content", ["public videos", "public profiles", "trending"]),
        ("Archives", ["closed accounts", "old backups index", "cold storage"]),
    ];

    public static readonly string[] Owners =
    [
        "Amara Osei", "Ben Whitfield", "Carla Mendes", "Dieter Koch", "Elena Petrova", "Farah Siddiqui", "Grace Lin", "Hugo Marchetti",
        "Ines Duarte", "Jonas Berg", "Keiko Mori", "Liam Byrne", "Mei Tan", "Noor Haddad",
    ];

    public static readonly string[] Shards = ["", " us-east", " us-west", " 2024", " 2025", " archive"];
}
