using System.Collections.Concurrent;
using Dashboard.Core.Administration;

namespace Dashboard.Web.Security;

/// <summary>The open pages of this server and who is signed in on each. One job checks them all, so that an idle page costs no timer and no query.</summary>
internal sealed class OpenCircuits
{
    private readonly ConcurrentDictionary<MembershipRevalidation, string> subjects = [];

    public string[] Subjects => [.. subjects.Values.Distinct(StringComparer.Ordinal)];

    public void Add(MembershipRevalidation page, string subject) => subjects[page] = subject;

    public void Remove(MembershipRevalidation page) => subjects.TryRemove(page, out _);

    /// <param name="members">Those found among <paramref name="asked"/>, by subject.</param>
    public async Task RefreshAsync(IReadOnlyCollection<string> asked, IReadOnlyDictionary<string, Member> members)
    {
        foreach (var (page, subject) in subjects.Where(pair => asked.Contains(pair.Value)))
            await page.RefreshAsync(members.GetValueOrDefault(subject));
    }
}
