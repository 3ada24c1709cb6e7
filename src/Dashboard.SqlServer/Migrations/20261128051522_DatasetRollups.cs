using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DatasetRollups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            // Written by hand: of the copies that are there already.
            migrationBuilder.Sql("""
                INSERT INTO DatasetRollups (DatasetId, RollupId, Copies, Bytes)
                SELECT DatasetId, RollupId, SUM(CAST(1 AS bigint)), SUM(Bytes) FROM Copies GROUP BY DatasetId, RollupId;
                """);

            migrationBuilder.DropIndex(
                name: "IX_Copies_DatasetId_RollupId_Bytes",
                table: "Copies");

            migrationBuilder.CreateIndex(
                name: "IX_Copies_DatasetId_Bytes_Id_RollupId",
                table: "Copies",
                columns: new[] { "DatasetId", "Bytes", "Id", "RollupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_DatasetId_FirstSeen_Id_RollupId",
                table: "Copies",
                columns: new[] { "DatasetId", "FirstSeen", "Id", "RollupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_SourceId_LocationId_Role_State_Bytes_Id",
                table: "Copies",
                columns: new[] { "SourceId", "LocationId", "Role", "State", "Bytes", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_SourceId_LocationId_Role_State_FirstSeen_Id",
                table: "Copies",
                columns: new[] { "SourceId", "LocationId", "Role", "State", "FirstSeen", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Copies_SourceId_LocationId_Role_State_ResourceId",
                table: "Copies",
                columns: new[] { "SourceId", "LocationId", "Role", "State", "ResourceId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DatasetRollups");

            migrationBuilder.DropIndex(
                name: "IX_Copies_DatasetId_Bytes_Id_RollupId",
                table: "Copies");

            migrationBuilder.DropIndex(
                name: "IX_Copies_DatasetId_FirstSeen_Id_RollupId",
                table: "Copies");

            migrationBuilder.DropIndex(
                name: "IX_Copies_SourceId_LocationId_Role_State_Bytes_Id",
                table: "Copies");

            migrationBuilder.DropIndex(
                name: "IX_Copies_SourceId_LocationId_Role_State_FirstSeen_Id",
                table: "Copies");

            migrationBuilder.DropIndex(
                name: "IX_Copies_SourceId_LocationId_Role_State_ResourceId",
                table: "Copies");

            migrationBuilder.CreateIndex(
                name: "IX_Copies_DatasetId_RollupId_Bytes",
                table: "Copies",
                columns: new[] { "DatasetId", "RollupId", "Bytes" });
        }
    }
}
