using System.Data.Common;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Controls.Forms;

/// <summary>The answer may have been lost after the change was made, so the text does not claim that nothing was saved.</summary>
internal sealed record DatabaseSilent()
    : Refusal("The database did not answer, so it is not certain whether this was saved. What you entered is still here. Check in another window, then try again.");

/// <summary>Saving from a form.</summary>
internal static class Saving
{
    /// <summary>Turns a database that does not answer into a refusal, so that the form stays open with what was typed.</summary>
    public static async Task<Result> OrRefusal(this Task<Result> saving)
    {
        try
        {
            return await saving;
        }
        catch (Exception failure) when (IsSilence(failure))
        {
            return new DatabaseSilent();
        }
    }

    /// <inheritdoc cref="OrRefusal(Task{Result})"/>
    public static async Task<Result<T>> OrRefusal<T>(this Task<Result<T>> saving)
    {
        try
        {
            return await saving;
        }
        catch (Exception failure) when (IsSilence(failure))
        {
            return new DatabaseSilent();
        }
    }

    private static bool IsSilence(Exception failure) =>
        failure is DbException or DbUpdateException or CommitUncertainException || DatabaseErrors.MeaningOf(failure) is not DatabaseTrouble.Other;
}
