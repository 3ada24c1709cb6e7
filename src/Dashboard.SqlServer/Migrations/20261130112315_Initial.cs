using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Dashboard.SqlServer.Migrations
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
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchVisits", x => new { x.BatchId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "Classifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MustBeInside = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Classifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DatasetRollups",
                columns: table => new
                {
                    DatasetId = table.Column<long>(type: "bigint", nullable: false),
                    RollupId = table.Column<long>(type: "bigint", nullable: false),
                    Copies = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatasetRollups", x => new { x.DatasetId, x.RollupId });
                });

            migrationBuilder.CreateTable(
                name: "DeletionBatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<byte>(type: "tinyint", nullable: false),
                    Technique = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InsideReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    ProposerId = table.Column<long>(type: "bigint", nullable: false),
                    Proposer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Round = table.Column<int>(type: "int", nullable: false),
                    Quorum = table.Column<int>(type: "int", nullable: false),
                    ManifestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Scope = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ClosedItems = table.Column<long>(type: "bigint", nullable: false),
                    GatesEvaluatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    CoolingOffUntil = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LapsesAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ExecutedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    VerifiedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    StateSince = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    StoppedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StopReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Copies = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Excluded = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Failed = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Moved = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Ordered = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Reappeared = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Reported = table.Column<long>(type: "bigint", nullable: false),
                    Tally_ReportedBytes = table.Column<long>(type: "bigint", nullable: false),
                    Tally_StillPresent = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Verified = table.Column<long>(type: "bigint", nullable: false),
                    Tally_VerifiedBytes = table.Column<long>(type: "bigint", nullable: false),
                    Tally_Waiting = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Holder = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Term = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LedgerAlarms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RaisedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AcknowledgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Answer = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerAlarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerCheckpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Root = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KeyId = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerCheckpoints", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Time = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ActorSubject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ActorName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sentence = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Turn = table.Column<long>(type: "bigint", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Range = table.Column<byte[]>(type: "varbinary(2016)", maxLength: 2016, nullable: false),
                    LastHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerNodes",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerNodes", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "LedgerWitnesses",
                columns: table => new
                {
                    Url = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Cosignatures = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FailedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    Problem = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerWitnesses", x => x.Url);
                });

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Matter = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Scope = table.Column<int>(type: "int", nullable: false),
                    ScopeId = table.Column<long>(type: "bigint", nullable: false),
                    ScopeName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PlacedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PlacedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LiftedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LiftReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Locations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(260)", maxLength: 260, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Operator = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Region = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Latitude = table.Column<double>(type: "float", nullable: true),
                    Longitude = table.Column<double>(type: "float", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Locations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Email = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SearchText = table.Column<string>(type: "nvarchar(722)", maxLength: 722, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Roles = table.Column<int>(type: "int", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Systems = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    SuspendedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SuspensionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SuspendedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    FirstSignIn = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LastSignIn = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Systems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Systems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Waves",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TargetStart = table.Column<DateOnly>(type: "date", nullable: true),
                    TargetCompletion = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Waves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BoundaryRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Operator = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClassificationId = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WithdrawalReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ClassificationId = table.Column<long>(type: "bigint", nullable: true),
                    Method = table.Column<byte>(type: "tinyint", nullable: true),
                    Quorum = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ManifestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    AuthenticatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    VoidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    VoidedBecause = table.Column<string>(type: "nvarchar(2300)", maxLength: 2300, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    IssuedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Json = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Annex = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    CheckpointSize = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    ItemNumber = table.Column<long>(type: "bigint", nullable: true),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
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
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    CopyId = table.Column<long>(type: "bigint", nullable: false),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    ResourceId = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DatasetId = table.Column<long>(type: "bigint", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<byte>(type: "tinyint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Records = table.Column<long>(type: "bigint", nullable: true),
                    Fingerprint = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RetainUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    IsClaimed = table.Column<bool>(type: "bit", nullable: false),
                    ClosedGates = table.Column<int>(type: "int", nullable: false),
                    ExcludedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ExclusionReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OrderedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    PerformedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ReportId = table.Column<long>(type: "bigint", nullable: true),
                    VerifiedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    VerifiedByImportId = table.Column<long>(type: "bigint", nullable: true),
                    ProofGaps = table.Column<int>(type: "int", nullable: false),
                    CheckedByImportId = table.Column<long>(type: "bigint", nullable: true),
                    MovedToBatchId = table.Column<long>(type: "bigint", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    FirstHandedOutAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LastHandedOutAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    PayloadSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    ExpectedIntervalHours = table.Column<int>(type: "int", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: true),
                    IsComplete = table.Column<bool>(type: "bit", nullable: false),
                    MaxRejectedPercent = table.Column<int>(type: "int", nullable: false),
                    LastAsOf = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LastCompleteAsOf = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LastImportId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    SeenCopies = table.Column<long>(type: "bigint", nullable: true),
                    SeenBytes = table.Column<long>(type: "bigint", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Page = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NameKey = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Query = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SavedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    WaveId = table.Column<long>(type: "bigint", nullable: true),
                    CopiesInside = table.Column<long>(type: "bigint", nullable: false),
                    CopiesOutside = table.Column<long>(type: "bigint", nullable: false),
                    CopiesUnknown = table.Column<long>(type: "bigint", nullable: false),
                    BytesInside = table.Column<long>(type: "bigint", nullable: false),
                    BytesOutside = table.Column<long>(type: "bigint", nullable: false),
                    BytesUnknown = table.Column<long>(type: "bigint", nullable: false),
                    BackupCopiesOutside = table.Column<long>(type: "bigint", nullable: false),
                    BackupBytesOutside = table.Column<long>(type: "bigint", nullable: false),
                    NotStarted = table.Column<long>(type: "bigint", nullable: false),
                    Copying = table.Column<long>(type: "bigint", nullable: false),
                    Verified = table.Column<long>(type: "bigint", nullable: false),
                    CutOver = table.Column<long>(type: "bigint", nullable: false),
                    Retiring = table.Column<long>(type: "bigint", nullable: false),
                    Pivoted = table.Column<long>(type: "bigint", nullable: false),
                    Mismatched = table.Column<long>(type: "bigint", nullable: false),
                    WithoutOwner = table.Column<long>(type: "bigint", nullable: false),
                    TrafficDay = table.Column<DateOnly>(type: "date", nullable: true),
                    RequestsInside = table.Column<long>(type: "bigint", nullable: false),
                    RequestsOutside = table.Column<long>(type: "bigint", nullable: false),
                    RequestsUnknown = table.Column<long>(type: "bigint", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Urn = table.Column<string>(type: "nvarchar(301)", maxLength: 301, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SystemId = table.Column<long>(type: "bigint", nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClassificationId = table.Column<long>(type: "bigint", nullable: false),
                    Categories = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    WaveId = table.Column<long>(type: "bigint", nullable: true),
                    IsUnregistered = table.Column<bool>(type: "bit", nullable: false),
                    DeclaredStatus = table.Column<int>(type: "int", nullable: true),
                    DeclaredPercent = table.Column<int>(type: "int", nullable: true),
                    DeclaredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    NextUpdateDue = table.Column<DateOnly>(type: "date", nullable: true),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    StageSince = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Status_BackupBytesOutside = table.Column<long>(type: "bigint", nullable: false),
                    Status_BackupCopiesOutside = table.Column<long>(type: "bigint", nullable: false),
                    Status_BytesInside = table.Column<long>(type: "bigint", nullable: false),
                    Status_BytesOutside = table.Column<long>(type: "bigint", nullable: false),
                    Status_BytesUnknown = table.Column<long>(type: "bigint", nullable: false),
                    Status_CopiesInside = table.Column<long>(type: "bigint", nullable: false),
                    Status_CopiesOutside = table.Column<long>(type: "bigint", nullable: false),
                    Status_CopiesUnknown = table.Column<long>(type: "bigint", nullable: false),
                    Status_IsMismatched = table.Column<bool>(type: "bit", nullable: false),
                    Status_Stage = table.Column<int>(type: "int", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WorkOrderId = table.Column<long>(type: "bigint", nullable: false),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    TokenId = table.Column<long>(type: "bigint", nullable: true),
                    Executor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReportKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BodySha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Items = table.Column<int>(type: "int", nullable: false),
                    Applied = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SecretSha256 = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SourceId = table.Column<long>(type: "bigint", nullable: true),
                    IssuedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LastUsedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    RevokedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RevocationReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<byte>(type: "tinyint", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    ClassificationId = table.Column<long>(type: "bigint", nullable: false),
                    SystemId = table.Column<long>(type: "bigint", nullable: false),
                    Copies = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Format = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Files = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Folder = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsComplete = table.Column<bool>(type: "bit", nullable: false),
                    PartialBecause = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Coverage = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Wholeness = table.Column<int>(type: "int", nullable: false),
                    WholeBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StatedRows = table.Column<long>(type: "bigint", nullable: true),
                    StatedSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TokenId = table.Column<long>(type: "bigint", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    BroughtById = table.Column<long>(type: "bigint", nullable: true),
                    BroughtByUnit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ConfirmedById = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ConfirmedByUnit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WaitsBecause = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AsOf = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    IsUnattended = table.Column<bool>(type: "bit", nullable: false),
                    StartedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    WorkTime = table.Column<long>(type: "bigint", nullable: false),
                    Sample = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ComparedAfterImportId = table.Column<long>(type: "bigint", nullable: true),
                    IsComparedAgain = table.Column<bool>(type: "bit", nullable: false),
                    Refusal = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Accepted = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Changed = table.Column<long>(type: "bigint", nullable: false),
                    Counts_New = table.Column<long>(type: "bigint", nullable: false),
                    Counts_NewDatasets = table.Column<long>(type: "bigint", nullable: false),
                    Counts_NewLocations = table.Column<long>(type: "bigint", nullable: false),
                    Counts_NotUnderstood = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Reappeared = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Rejected = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Rows = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Unchanged = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Unproved = table.Column<long>(type: "bigint", nullable: false),
                    Counts_Vanished = table.Column<long>(type: "bigint", nullable: false),
                    Counts_VerifiedAbsent = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Pattern = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DatasetUrn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Role = table.Column<byte>(type: "tinyint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Service = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LocationId = table.Column<long>(type: "bigint", nullable: false),
                    Requests = table.Column<long>(type: "bigint", nullable: false)
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
                    Word = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DatasetId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DatasetId = table.Column<long>(type: "bigint", nullable: false),
                    InsideCopyId = table.Column<long>(type: "bigint", nullable: false),
                    OutsideCopyId = table.Column<long>(type: "bigint", nullable: false),
                    Method = table.Column<byte>(type: "tinyint", nullable: false),
                    SampleSize = table.Column<long>(type: "bigint", nullable: true),
                    Mismatches = table.Column<long>(type: "bigint", nullable: true),
                    Result = table.Column<byte>(type: "tinyint", nullable: false),
                    ComparedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ComparedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EvidenceLink = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EvidenceSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    RevokedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RevocationReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Inside_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Inside_Fingerprint = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Inside_LastSeen = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Inside_Location = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Inside_Records = table.Column<long>(type: "bigint", nullable: true),
                    Inside_ResourceId = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Outside_Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Outside_Fingerprint = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Outside_LastSeen = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Outside_Location = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Outside_Records = table.Column<long>(type: "bigint", nullable: true),
                    Outside_ResourceId = table.Column<string>(type: "nvarchar(700)", maxLength: 700, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    BatchId = table.Column<long>(type: "bigint", nullable: false),
                    IsExecuted = table.Column<bool>(type: "bit", nullable: false),
                    PerformedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Technique = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Tool = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ToolVersion = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Operator = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KeyId = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EvidenceLink = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EvidenceSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FailureReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
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
                    TokenId = table.Column<long>(type: "bigint", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    ResourceId = table.Column<string>(type: "nvarchar(701)", maxLength: 701, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DatasetId = table.Column<long>(type: "bigint", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<byte>(type: "tinyint", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    SizeUnknownSince = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Records = table.Column<long>(type: "bigint", nullable: true),
                    Objects = table.Column<long>(type: "bigint", nullable: true),
                    Fingerprint = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RetainUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    IsHeldBySource = table.Column<bool>(type: "bit", nullable: false, defaultValue: false),
                    Coverage = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NotUnderstoodImportId = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    FirstSeen = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LastSeen = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RollupId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DatasetId = table.Column<long>(type: "bigint", nullable: false),
                    ImportId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    New = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<long>(type: "bigint", nullable: false),
                    Vanished = table.Column<long>(type: "bigint", nullable: false),
                    VerifiedAbsent = table.Column<long>(type: "bigint", nullable: false),
                    Reappeared = table.Column<long>(type: "bigint", nullable: false),
                    StageBefore = table.Column<int>(type: "int", nullable: true),
                    StageAfter = table.Column<int>(type: "int", nullable: true),
                    StageMovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    DatasetId = table.Column<long>(type: "bigint", nullable: false),
                    ImportId = table.Column<long>(type: "bigint", nullable: true),
                    BatchId = table.Column<long>(type: "bigint", nullable: true),
                    Copies = table.Column<long>(type: "bigint", nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    File = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Line = table.Column<long>(type: "bigint", nullable: false),
                    Column = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    { "imports", "", 0L, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { "inbox", "", 0L, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) },
                    { "witnesses", "", 0L, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)) }
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
                unique: true,
                filter: "[WaveId] IS NOT NULL");

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
