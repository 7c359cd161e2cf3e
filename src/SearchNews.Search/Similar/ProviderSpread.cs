namespace SearchNews.Search.Similar;

/// <summary>
/// Spreads a ranked list over providers: in each ten hits at most two are of one provider, and what is too many waits for the next ten. The list ends with the first
/// ten that cannot be filled. Hits without a provider are not limited. Cost: O(n log providers).
/// </summary>
internal static class ProviderSpread
{
    private const int Ten = 10;
    private const int PerProvider = 2;

    /// <summary>The hits in the order in which they are shown.</summary>
    /// <param name="hits">Best first.</param>
    /// <param name="providerOf">A hit's provider, or null.</param>
    public static List<T> Of<T>(IReadOnlyList<T> hits, Func<T, string?> providerOf)
    {
        // Providers by the rank of the best hit that they have left.
        var next = new PriorityQueue<Waiting, int>();
        foreach (IGrouping<string, int> group in Enumerable.Range(0, hits.Count).GroupBy(rank => providerOf(hits[rank]) ?? "", StringComparer.OrdinalIgnoreCase))
        {
            var waiting = new Waiting(new Queue<int>(group), group.Key.Length > 0);
            next.Enqueue(waiting, waiting.Ranks.Peek());
        }

        var spread = new List<T>(hits.Count);
        var served = new List<Waiting>();
        while (next.TryDequeue(out Waiting? provider, out int rank))
        {
            spread.Add(hits[rank]);
            provider.Ranks.Dequeue();
            provider.Taken++;
            if (provider.IsLimited && provider.Taken == PerProvider) served.Add(provider);
            else if (provider.Ranks.Count > 0) next.Enqueue(provider, provider.Ranks.Peek());
            if (spread.Count % Ten > 0) continue;
            foreach (Waiting other in next.UnorderedItems.Select(item => item.Element)) other.Taken = 0;
            foreach (Waiting other in served)
            {
                other.Taken = 0;
                if (other.Ranks.Count > 0) next.Enqueue(other, other.Ranks.Peek());
            }

            served.Clear();
        }

        return spread;
    }

    private sealed class Waiting(Queue<int> ranks, bool isLimited)
    {
        public Queue<int> Ranks { get; } = ranks;

        public bool IsLimited { get; } = isLimited;

        public int Taken { get; set; }
    }
}
