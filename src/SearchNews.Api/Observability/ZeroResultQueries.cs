namespace SearchNews.Api.Observability;

/// <summary>
/// The queries that most often found nothing since the start, in memory only: nothing of it is written to disk or sent anywhere. Thread-safe; its memory is bounded.
/// </summary>
/// <remarks>When it is full, the rarest query makes room and hands its count on, so that a frequent one is never missed: Space-Saving, Metwally et al. 2005. A count may be too high by what was handed on.</remarks>
internal sealed class ZeroResultQueries(ApiOptions options)
{
    private const int MaxLength = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ZeroResultQuery> _queries = new(StringComparer.Ordinal);

    /// <summary>Counts a query as it was understood.</summary>
    public void Count(string parsed, DateTimeOffset now)
    {
        if (options.ZeroResultQueries == 0) return;
        string query = parsed.Length <= MaxLength ? parsed : parsed[..MaxLength];
        lock (_lock)
        {
            long before = 0;
            if (_queries.TryGetValue(query, out ZeroResultQuery? known))
            {
                before = known.Count;
            }
            else if (_queries.Count >= options.ZeroResultQueries)
            {
                ZeroResultQuery rarest = _queries.Values.MinBy(q => (q.Count, q.Last))!;
                _queries.Remove(rarest.Query);
                before = rarest.Count;
            }

            _queries[query] = new ZeroResultQuery(query, before + 1, now);
        }
    }

    /// <summary>All that are remembered, the most frequent first, then the latest.</summary>
    public IReadOnlyList<ZeroResultQuery> List()
    {
        lock (_lock) return [.. _queries.Values.OrderByDescending(q => q.Count).ThenByDescending(q => q.Last).ThenBy(q => q.Query, StringComparer.Ordinal)];
    }
}
