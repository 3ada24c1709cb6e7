using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ShelfRollups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CopyRollups_LocationId_ClassificationId_State_Role_Copies_Bytes",
                table: "CopyRollups");

            migrationBuilder.CreateTable(
                name: "ShelfRollups",
                columns: table => new
                {
                    RollupId = table.Column<long>(type: "bigint", nullable: false),
                    SourceId = table.Column<long>(type: "bigint", nullable: false),
                    LocationId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<byte>(type: "tinyint", nullable: false),
                    State = table.Column<byte>(type: "tinyint", nullable: false),
                    ClassificationId = table.Column<long>(type: "bigint", nullable: false),
                    Rollups = table.Column<long>(type: "bigint", nullable: false),
                    Copies = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShelfRollups", x => x.RollupId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DatasetSpans_First",
                table: "DatasetSpans",
                column: "First");

            migrationBuilder.CreateIndex(
                name: "IX_DatasetSpans_Last",
                table: "DatasetSpans",
                column: "Last");

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_LocationId",
                table: "CopyRollups",
                column: "LocationId");

            migrationBuilder.CreateIndex(
                name: "IX_ShelfRollups_LocationId_ClassificationId_State_Role_Rollups_Copies_Bytes",
                table: "ShelfRollups",
                columns: new[] { "LocationId", "ClassificationId", "State", "Role", "Rollups", "Copies", "Bytes" });

            // Written by hand: of the copies that are there already.
            migrationBuilder.Sql("""
                INSERT INTO ShelfRollups (RollupId, SourceId, LocationId, Role, State, ClassificationId, Rollups, Copies, Bytes)
                SELECT MIN(Id), SourceId, LocationId, Role, State, ClassificationId, COUNT(*), SUM(Copies), SUM(Bytes) FROM CopyRollups
                GROUP BY SourceId, LocationId, Role, State, ClassificationId HAVING SUM(Copies) > 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ShelfRollups");

            migrationBuilder.DropIndex(
                name: "IX_DatasetSpans_First",
                table: "DatasetSpans");

            migrationBuilder.DropIndex(
                name: "IX_DatasetSpans_Last",
                table: "DatasetSpans");

            migrationBuilder.DropIndex(
                name: "IX_CopyRollups_LocationId",
                table: "CopyRollups");

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_LocationId_ClassificationId_State_Role_Copies_Bytes",
                table: "CopyRollups",
                columns: new[] { "LocationId", "ClassificationId", "State", "Role", "Copies", "Bytes" });
        }
    }
}
