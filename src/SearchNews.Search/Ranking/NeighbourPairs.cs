namespace SearchNews.Search.Ranking;

/// <summary>Finds the neighbours among the words of a query.</summary>
internal static class NeighbourPairs
{
    /// <summary>The pairs in the order of the query, each once however often the query repeats it.</summary>
    /// <param name="runs">Runs of words with nothing else between them, positions ascending. Terms at one position are alternatives: each is a neighbour of each at the next.</param>
    public static IReadOnlyList<NeighbourPair> Of(IEnumerable<IReadOnlyList<PlacedTerm>> runs)
    {
        var pairs = new List<NeighbourPair>();
        var seen = new HashSet<(string First, string Second, int Distance)>();
        foreach (IReadOnlyList<PlacedTerm> run in runs)
        {
            int next = 0;
            for (int i = 0; i < run.Count; i++)
            {
                while (next < run.Count && run[next].Position <= run[i].Position) next++;
                for (int j = next; j < run.Count && run[j].Position == run[next].Position; j++)
                {
                    int distance = run[j].Position - run[i].Position;
                    if (seen.Add((run[i].Term, run[j].Term, distance))) pairs.Add(new NeighbourPair(run[i].Term, run[j].Term, distance, WordsOf(run[i], run[j]), run[i].Weight, run[j].Weight));
                }
            }
        }

        return pairs;
    }

    private static string WordsOf(PlacedTerm first, PlacedTerm second) =>
        first.Word == second.Word ? first.Word : $"{first.Word}{(second.Position - first.Position == 1 ? " " : " … ")}{second.Word}";
}
