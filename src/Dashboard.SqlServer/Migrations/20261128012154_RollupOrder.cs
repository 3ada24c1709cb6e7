using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RollupOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CopyRollups_LocationId_ClassificationId_Role_State_Copies_Bytes",
                table: "CopyRollups");

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_LocationId_ClassificationId_State_Role_Copies_Bytes",
                table: "CopyRollups",
                columns: new[] { "LocationId", "ClassificationId", "State", "Role", "Copies", "Bytes" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CopyRollups_LocationId_ClassificationId_State_Role_Copies_Bytes",
                table: "CopyRollups");

            migrationBuilder.CreateIndex(
                name: "IX_CopyRollups_LocationId_ClassificationId_Role_State_Copies_Bytes",
                table: "CopyRollups",
                columns: new[] { "LocationId", "ClassificationId", "Role", "State", "Copies", "Bytes" });
        }
    }
}
