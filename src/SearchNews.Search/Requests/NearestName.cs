namespace SearchNews.Search.Requests;

/// <summary>Finds the known name that a mistyped one was meant to be.</summary>
public static class NearestName
{
    /// <summary>The known name at the smallest edit distance, case aside, if that is at most 0 for names of one letter, 1 up to 3, 2 up to 8, a third of the length beyond; of equally near ones that with most letters in common. Else null.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > 64) return null;
        int farthest = name.Length <= 3 ? name.Length / 2 : Math.Max(2, name.Length / 3);
        return known
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= farthest)
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => candidate.Name.Intersect(name).Count())
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    /// <summary>Optimal string alignment distance: insert, delete, replace and swap neighbours, 1 each.</summary>
    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
