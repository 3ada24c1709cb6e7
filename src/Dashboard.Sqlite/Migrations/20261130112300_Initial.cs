using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Dashboard.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BatchVisits",
                columns: table => new
                {
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchVisits", x => new { x.BatchId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "Classifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MustBeInside = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Classifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DatasetRollups",
                columns: table => new
                {
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    RollupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Copies = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatasetRollups", x => new { x.DatasetId, x.RollupId });
                });

            migrationBuilder.CreateTable(
                name: "DeletionBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Method = table.Column<byte>(type: "INTEGER", nullable: false),
                    Technique = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    InsideReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    ProposerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Proposer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Quorum = table.Column<int>(type: "INTEGER", nullable: false),
                    ManifestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedItems = table.Column<long>(type: "INTEGER", nullable: false),
                    GatesEvaluatedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    CreatedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    SubmittedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    ApprovedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    CoolingOffUntil = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    ReleasedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    LapsesAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    ExecutedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    VerifiedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    StateSince = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StoppedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    StopReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Copies = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Excluded = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Failed = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Moved = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Ordered = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Reappeared = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Reported = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_ReportedBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_StillPresent = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Verified = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_VerifiedBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Tally_Waiting = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Term = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LedgerAlarms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RaisedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AcknowledgedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerAlarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerCheckpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerCheckpoints", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Time = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ActorSubject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Range = table.Column<byte[]>(type: "BLOB", maxLength: 2016, nullable: false),
                    LastHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerNodes",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerNodes", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "LedgerWitnesses",
                columns: table => new
                {
                    Url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Cosignatures = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    FailedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerWitnesses", x => x.Url);
                });

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Scope = table.Column<int>(type: "INTEGER", nullable: false),
                    ScopeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ScopeName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlacedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlacedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    LiftedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    LiftedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Locations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Operator = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Locations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 722, nullable: false),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Systems = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuspendedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SuspensionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SuspendedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    FirstSignIn = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    LastSignIn = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Systems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Systems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Waves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TargetStart = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TargetCompletion = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Waves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BoundaryRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Operator = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    ClassificationId = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WithdrawnAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoundaryRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoundaryRules_Classifications_ClassificationId",
                        column: x => x.ClassificationId,
                        principalTable: "Classifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuorumRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ClassificationId = table.Column<long>(type: "INTEGER", nullable: true),
                    Method = table.Column<byte>(type: "INTEGER", nullable: true),
                    Quorum = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuorumRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuorumRules_Classifications_ClassificationId",
                        column: x => x.ClassificationId,
                        principalTable: "Classifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BatchApprovals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ManifestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    AuthenticatedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    VoidedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    VoidedBecause = table.Column<string>(type: "TEXT", maxLength: 2300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchApprovals_DeletionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DeletionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BatchCertificates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IssuedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Annex = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CheckpointSize = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchCertificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchCertificates_DeletionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DeletionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BatchNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchNotes_DeletionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DeletionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeletionItems",
                columns: table => new
                {
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    CopyId = table.Column<long>(type: "INTEGER", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Records = table.Column<long>(type: "INTEGER", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RetainUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsClaimed = table.Column<bool>(type: "INTEGER", nullable: false),
                    ClosedGates = table.Column<int>(type: "INTEGER", nullable: false),
                    ExcludedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ExclusionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OrderedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    PerformedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    ReportId = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    VerifiedByImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    ProofGaps = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedByImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    MovedToBatchId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionItems", x => new { x.BatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_DeletionItems_DeletionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DeletionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkOrders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    FirstHandedOutAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    LastHandedOutAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    PayloadSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkOrders_DeletionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DeletionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSubjects",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSubjects", x => new { x.Kind, x.SubjectId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_LedgerSubjects_LedgerEntries_Sequence",
                        column: x => x.Sequence,
                        principalTable: "LedgerEntries",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectedIntervalHours = table.Column<int>(type: "INTEGER", nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    MaxRejectedPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAsOf = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    LastCompleteAsOf = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    LastImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenCopies = table.Column<long>(type: "INTEGER", nullable: true),
                    SeenBytes = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sources_Locations_LocationId",
                        column: x => x.LocationId,
                        principalTable: "Locations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SavedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DailyFigures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WaveId = table.Column<long>(type: "INTEGER", nullable: true),
                    CopiesInside = table.Column<long>(type: "INTEGER", nullable: false),
                    CopiesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    CopiesUnknown = table.Column<long>(type: "INTEGER", nullable: false),
                    BytesInside = table.Column<long>(type: "INTEGER", nullable: false),
                    BytesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    BytesUnknown = table.Column<long>(type: "INTEGER", nullable: false),
                    BackupCopiesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    BackupBytesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    NotStarted = table.Column<long>(type: "INTEGER", nullable: false),
                    Copying = table.Column<long>(type: "INTEGER", nullable: false),
                    Verified = table.Column<long>(type: "INTEGER", nullable: false),
                    CutOver = table.Column<long>(type: "INTEGER", nullable: false),
                    Retiring = table.Column<long>(type: "INTEGER", nullable: false),
                    Pivoted = table.Column<long>(type: "INTEGER", nullable: false),
                    Mismatched = table.Column<long>(type: "INTEGER", nullable: false),
                    WithoutOwner = table.Column<long>(type: "INTEGER", nullable: false),
                    TrafficDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RequestsInside = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestsOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestsUnknown = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DailyFigures_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Datasets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Urn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SystemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ClassificationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WaveId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsUnregistered = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeclaredStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    DeclaredPercent = table.Column<int>(type: "INTEGER", nullable: true),
                    DeclaredAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    NextUpdateDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegisteredAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StageSince = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_BackupBytesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_BackupCopiesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_BytesInside = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_BytesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_BytesUnknown = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_CopiesInside = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_CopiesOutside = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_CopiesUnknown = table.Column<long>(type: "INTEGER", nullable: false),
                    Status_IsMismatched = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status_Stage = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Datasets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Datasets_Classifications_ClassificationId",
                        column: x => x.ClassificationId,
                        principalTable: "Classifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Datasets_Systems_SystemId",
                        column: x => x.SystemId,
                        principalTable: "Systems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Datasets_Waves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "Waves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExecutionReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkOrderId = table.Column<long>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    TokenId = table.Column<long>(type: "INTEGER", nullable: true),
                    Executor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReportKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BodySha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Items = table.Column<int>(type: "INTEGER", nullable: false),
                    Applied = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExecutionReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExecutionReports_WorkOrders_WorkOrderId",
                        column: x => x.WorkOrderId,
                        principalTable: "WorkOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SecretSha256 = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IssuedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ExpiresAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    LastUsedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    RevokedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    RevokedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RevocationReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiTokens_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CopyRollups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    ClassificationId = table.Column<long>(type: "INTEGER", nullable: false),
                    SystemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Copies = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CopyRollups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CopyRollups_Classifications_ClassificationId",
                        column: x => x.ClassificationId,
                        principalTable: "Classifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CopyRollups_Locations_LocationId",
                        column: x => x.LocationId,
                        principalTable: "Locations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CopyRollups_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CopyRollups_Systems_SystemId",
                        column: x => x.SystemId,
                        principalTable: "Systems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Files = table.Column<string>(type: "TEXT", nullable: false),
                    Folder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    PartialBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Coverage = table.Column<string>(type: "TEXT", nullable: false),
                    Wholeness = table.Column<int>(type: "INTEGER", nullable: false),
                    WholeBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    StatedRows = table.Column<long>(type: "INTEGER", nullable: true),
                    StatedSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TokenId = table.Column<long>(type: "INTEGER", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BroughtById = table.Column<long>(type: "INTEGER", nullable: true),
                    BroughtByUnit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConfirmedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConfirmedByUnit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    WaitsBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AsOf = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    IsUnattended = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReceivedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    FinishedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    WorkTime = table.Column<long>(type: "INTEGER", nullable: false),
                    Sample = table.Column<string>(type: "TEXT", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", nullable: false),
                    ComparedAfterImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsComparedAgain = table.Column<bool>(type: "INTEGER", nullable: false),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_New = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_NewDatasets = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_NewLocations = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_NotUnderstood = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Reappeared = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Rows = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Unproved = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_Vanished = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts_VerifiedAbsent = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Imports_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MappingRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DatasetUrn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MappingRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MappingRules_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Traffic",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Requests = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Traffic", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Traffic_Locations_LocationId",
                        column: x => x.LocationId,
                        principalTable: "Locations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Traffic_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DatasetWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatasetWords", x => new { x.Word, x.DatasetId });
                    table.ForeignKey(
                        name: "FK_DatasetWords_Datasets_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "Datasets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecordedComparisons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    InsideCopyId = table.Column<long>(type: "INTEGER", nullable: false),
                    OutsideCopyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Method = table.Column<byte>(type: "INTEGER", nullable: false),
                    SampleSize = table.Column<long>(type: "INTEGER", nullable: true),
                    Mismatches = table.Column<long>(type: "INTEGER", nullable: true),
                    Result = table.Column<byte>(type: "INTEGER", nullable: false),
                    ComparedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ComparedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EvidenceLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RecordedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    RevokedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    RevokedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    RevocationReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Inside_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Inside_Fingerprint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Inside_LastSeen = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Inside_Location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Inside_Records = table.Column<long>(type: "INTEGER", nullable: true),
                    Inside_ResourceId = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    Outside_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Outside_Fingerprint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Outside_LastSeen = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Outside_Location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Outside_Records = table.Column<long>(type: "INTEGER", nullable: true),
                    Outside_ResourceId = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordedComparisons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordedComparisons_Datasets_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "Datasets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportedItems",
                columns: table => new
                {
                    ReportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsExecuted = table.Column<bool>(type: "INTEGER", nullable: false),
                    PerformedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Technique = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tool = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ToolVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Operator = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EvidenceLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FailureReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportedItems", x => new { x.ReportId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReportedItems_ExecutionReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ExecutionReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiTokenLocations",
                columns: table => new
                {
                    TokenId = table.Column<long>(type: "INTEGER", nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiTokenLocations", x => new { x.TokenId, x.LocationId });
                    table.ForeignKey(
                        name: "FK_ApiTokenLocations_ApiTokens_TokenId",
                        column: x => x.TokenId,
                        principalTable: "ApiTokens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApiTokenLocations_Locations_LocationId",
                        column: x => x.LocationId,
                        principalTable: "Locations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Copies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    LocationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    SizeUnknownSince = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Records = table.Column<long>(type: "INTEGER", nullable: true),
                    Objects = table.Column<long>(type: "INTEGER", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RetainUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IsHeldBySource = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    Coverage = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    NotUnderstoodImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    FirstSeen = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    LastSeen = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    RollupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Copies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Copies_CopyRollups_RollupId",
                        column: x => x.RollupId,
                        principalTable: "CopyRollups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Copies_Datasets_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "Datasets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DatasetChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    New = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Vanished = table.Column<long>(type: "INTEGER", nullable: false),
                    VerifiedAbsent = table.Column<long>(type: "INTEGER", nullable: false),
                    Reappeared = table.Column<long>(type: "INTEGER", nullable: false),
                    StageBefore = table.Column<int>(type: "INTEGER", nullable: true),
                    StageAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    StageMovedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatasetChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DatasetChanges_Datasets_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "Datasets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DatasetChanges_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: true),
                    Copies = table.Column<long>(type: "INTEGER", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    OpenedAt = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Findings_Datasets_DatasetId",
                        column: x => x.DatasetId,
                        principalTable: "Datasets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_DeletionBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "DeletionBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportRejections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Line = table.Column<long>(type: "INTEGER", nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRejections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportRejections_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Leases",
                columns: new[] { "Name", "Holder", "Term", "Until" },
                values: new object[,]
                {
                    { "imports", "", 0L, "1970-01-01T00:00:00.000Z" },
                    { "inbox", "", 0L, "1970-01-01T00:00:00.000Z" },
                    { "witnesses", "", 0L, "1970-01-01T00:00:00.000Z" }
                });

            migrationBuilder.InsertData(
                table: "LedgerHead",
                columns: new[] { "Id", "LastHash", "Position", "Range", "Size", "Turn" },
                values: new object[] { 1, new byte[0], 0L, new byte[0], 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_ApiTokenLocations_LocationId",
                table: "ApiTokenLocations",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiTokens_SourceId",
                table: "ApiTokens",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "ValidApprovals",
                table: "BatchApprovals",
                columns: new[] { "BatchId", "MemberId" },
                unique: true,
                filter: "VoidedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BatchCertificates_BatchId",
                table: "BatchCertificates",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_BatchCertificates_Number",
                table: "BatchCertificates",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BatchNotes_BatchId_Id",
                table: "BatchNotes",
                columns: new[] { "BatchId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BoundaryRules_ClassificationId",
                table: "BoundaryRules",
                column: "ClassificationId");

            migrationBuilder.CreateIndex(
                name: "IX_Classifications_Name",
                table: "Classifications",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Copies_Bytes_Id",
                table: "Copies",
                columns: new[] { "Bytes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_DatasetId_Bytes_Id_RollupId",
                table: "Copies",
                columns: new[] { "DatasetId", "Bytes", "Id", "RollupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_DatasetId_FirstSeen_Id_RollupId",
                table: "Copies",
                columns: new[] { "DatasetId", "FirstSeen", "Id", "RollupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_DatasetId_ResourceId_SourceId_RollupId",
                table: "Copies",
                columns: new[] { "DatasetId", "ResourceId", "SourceId", "RollupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_FirstSeen_Id",
                table: "Copies",
                columns: new[] { "FirstSeen", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_ResourceId_SourceId",
                table: "Copies",
                columns: new[] { "ResourceId", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Copies_RollupId_Bytes_Id",
                table: "Copies",
                columns: new[] { "RollupId", "Bytes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_RollupId_FirstSeen_Id",
                table: "Copies",
                columns: new[] { "RollupId", "FirstSeen", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_RollupId_ResourceId_SourceId",
                table: "Copies",
                columns: new[] { "RollupId", "ResourceId", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_ClassificationId",
                table: "CopyRollups",
                column: "ClassificationId");

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_LocationId",
                table: "CopyRollups",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_SourceId_LocationId_Role_State_ClassificationId_SystemId",
                table: "CopyRollups",
                columns: new[] { "SourceId", "LocationId", "Role", "State", "ClassificationId", "SystemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_SystemId",
                table: "CopyRollups",
                column: "SystemId");

            migrationBuilder.CreateIndex(
                name: "IX_DailyFigures_WaveId_Day",
                table: "DailyFigures",
                columns: new[] { "WaveId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ProgrammeFigures",
                table: "DailyFigures",
                column: "Day",
                unique: true,
                filter: "WaveId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DatasetChanges_DatasetId_Id",
                table: "DatasetChanges",
                columns: new[] { "DatasetId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DatasetChanges_ImportId_Id",
                table: "DatasetChanges",
                columns: new[] { "ImportId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DatasetChanges_StageMovedAt_StageBefore_StageAfter",
                table: "DatasetChanges",
                columns: new[] { "StageMovedAt", "StageBefore", "StageAfter" });

            migrationBuilder.CreateIndex(
                name: "IX_Datasets_ClassificationId",
                table: "Datasets",
                column: "ClassificationId");

            migrationBuilder.CreateIndex(
                name: "IX_Datasets_Name_Id",
                table: "Datasets",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Datasets_Owner",
                table: "Datasets",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_Datasets_SystemId",
                table: "Datasets",
                column: "SystemId");

            migrationBuilder.CreateIndex(
                name: "IX_Datasets_Urn",
                table: "Datasets",
                column: "Urn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Datasets_WaveId",
                table: "Datasets",
                column: "WaveId");

            migrationBuilder.CreateIndex(
                name: "IX_DatasetWords_DatasetId_Word",
                table: "DatasetWords",
                columns: new[] { "DatasetId", "Word" });

            migrationBuilder.CreateIndex(
                name: "IX_DeletionBatches_State_StateSince",
                table: "DeletionBatches",
                columns: new[] { "State", "StateSince" });

            migrationBuilder.CreateIndex(
                name: "ClaimedCopies",
                table: "DeletionItems",
                column: "CopyId",
                unique: true,
                filter: "IsClaimed = 1");

            migrationBuilder.CreateIndex(
                name: "ClosedItems",
                table: "DeletionItems",
                columns: new[] { "BatchId", "Number", "ClosedGates", "State" },
                filter: "ClosedGates <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_DeletionItems_BatchId_CopyId",
                table: "DeletionItems",
                columns: new[] { "BatchId", "CopyId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeletionItems_BatchId_State_SourceId_PerformedAt_Bytes",
                table: "DeletionItems",
                columns: new[] { "BatchId", "State", "SourceId", "PerformedAt", "Bytes" });

            migrationBuilder.CreateIndex(
                name: "IX_DeletionItems_CopyId_State",
                table: "DeletionItems",
                columns: new[] { "CopyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DeletionItems_State_SourceId_PerformedAt",
                table: "DeletionItems",
                columns: new[] { "State", "SourceId", "PerformedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ExecutionReports_BatchId_Id",
                table: "ExecutionReports",
                columns: new[] { "BatchId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExecutionReports_WorkOrderId_ReportKey",
                table: "ExecutionReports",
                columns: new[] { "WorkOrderId", "ReportKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Findings_BatchId",
                table: "Findings",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_DatasetId_Id",
                table: "Findings",
                columns: new[] { "DatasetId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_ImportId",
                table: "Findings",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_State_Id",
                table: "Findings",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRejections_ImportId_Id",
                table: "ImportRejections",
                columns: new[] { "ImportId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_FinishedAt",
                table: "Imports",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_SourceId_IdempotencyKey",
                table: "Imports",
                columns: new[] { "SourceId", "IdempotencyKey" },
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_State",
                table: "Imports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerCheckpoints_Position",
                table: "LedgerCheckpoints",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Action_Sequence",
                table: "LedgerEntries",
                columns: new[] { "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ActorSubject_Action_Sequence",
                table: "LedgerEntries",
                columns: new[] { "ActorSubject", "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ActorSubject_Sequence",
                table: "LedgerEntries",
                columns: new[] { "ActorSubject", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Position",
                table: "LedgerEntries",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Time_Sequence",
                table: "LedgerEntries",
                columns: new[] { "Time", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerSubjects_Sequence",
                table: "LedgerSubjects",
                column: "Sequence");

            migrationBuilder.CreateIndex(
                name: "LedgerSubjectsOfBatches",
                table: "LedgerSubjects",
                column: "Sequence",
                filter: "Kind = 'batch'");

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_LiftedAt_Scope_ScopeId",
                table: "LegalHolds",
                columns: new[] { "LiftedAt", "Scope", "ScopeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Locations_Key",
                table: "Locations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MappingRules_SourceId_Kind_Pattern",
                table: "MappingRules",
                columns: new[] { "SourceId", "Kind", "Pattern" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Members_Name_Id",
                table: "Members",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Subject",
                table: "Members",
                column: "Subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuorumRules_ClassificationId_Method",
                table: "QuorumRules",
                columns: new[] { "ClassificationId", "Method" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordedComparisons_DatasetId_ComparedAt",
                table: "RecordedComparisons",
                columns: new[] { "DatasetId", "ComparedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportedItems_BatchId_Number_ReportId",
                table: "ReportedItems",
                columns: new[] { "BatchId", "Number", "ReportId" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_MemberId_Page_NameKey",
                table: "SavedViews",
                columns: new[] { "MemberId", "Page", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Key",
                table: "Sources",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sources_LocationId",
                table: "Sources",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_Systems_Name",
                table: "Systems",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Traffic_Day_SourceId_Service_LocationId",
                table: "Traffic",
                columns: new[] { "Day", "SourceId", "Service", "LocationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Traffic_LocationId",
                table: "Traffic",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_Traffic_SourceId",
                table: "Traffic",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Waves_Name",
                table: "Waves",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_BatchId_LocationId_Round",
                table: "WorkOrders",
                columns: new[] { "BatchId", "LocationId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkOrders_LocationId",
                table: "WorkOrders",
                column: "LocationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiTokenLocations");

            migrationBuilder.DropTable(
                name: "BatchApprovals");

            migrationBuilder.DropTable(
                name: "BatchCertificates");

            migrationBuilder.DropTable(
                name: "BatchNotes");

            migrationBuilder.DropTable(
                name: "BatchVisits");

            migrationBuilder.DropTable(
                name: "BoundaryRules");

            migrationBuilder.DropTable(
                name: "Copies");

            migrationBuilder.DropTable(
                name: "DailyFigures");

            migrationBuilder.DropTable(
                name: "DatasetChanges");

            migrationBuilder.DropTable(
                name: "DatasetRollups");

            migrationBuilder.DropTable(
                name: "DatasetWords");

            migrationBuilder.DropTable(
                name: "DeletionItems");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "ImportRejections");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "LedgerAlarms");

            migrationBuilder.DropTable(
                name: "LedgerCheckpoints");

            migrationBuilder.DropTable(
                name: "LedgerHead");

            migrationBuilder.DropTable(
                name: "LedgerNodes");

            migrationBuilder.DropTable(
                name: "LedgerSubjects");

            migrationBuilder.DropTable(
                name: "LedgerWitnesses");

            migrationBuilder.DropTable(
                name: "LegalHolds");

            migrationBuilder.DropTable(
                name: "MappingRules");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "QuorumRules");

            migrationBuilder.DropTable(
                name: "RecordedComparisons");

            migrationBuilder.DropTable(
                name: "ReportedItems");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "Traffic");

            migrationBuilder.DropTable(
                name: "ApiTokens");

            migrationBuilder.DropTable(
                name: "CopyRollups");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "Datasets");

            migrationBuilder.DropTable(
                name: "ExecutionReports");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "Classifications");

            migrationBuilder.DropTable(
                name: "Systems");

            migrationBuilder.DropTable(
                name: "Waves");

            migrationBuilder.DropTable(
                name: "WorkOrders");

            migrationBuilder.DropTable(
                name: "Locations");

            migrationBuilder.DropTable(
                name: "DeletionBatches");
        }
    }
}
