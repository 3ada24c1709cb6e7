using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DatasetSpans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DatasetSpans",
                columns: table => new
                {
                    DatasetId = table.Column<long>(type: "INTEGER", nullable: false),
                    First = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false),
                    Last = table.Column<string>(type: "TEXT", maxLength: 700, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatasetSpans", x => x.DatasetId);
                });

            // Written by hand: of the copies that are there already.
            migrationBuilder.Sql("""
                INSERT INTO DatasetSpans (DatasetId, First, Last)
                SELECT DatasetId, MIN(ResourceId), MAX(ResourceId) FROM Copies GROUP BY DatasetId;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DatasetSpans");
        }
    }
}
