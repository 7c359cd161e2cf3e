namespace SearchNews.Search.Ranking;

/// <summary>The instant that ages are counted from: the clock rounded down to five minutes, so that equal queries give equal answers for a while and can be cached.</summary>
public static class RankingInstant
{
    private static readonly long StepTicks = TimeSpan.FromMinutes(5).Ticks;

    /// <summary>Rounds down, in UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % StepTicks), TimeSpan.Zero);
}
