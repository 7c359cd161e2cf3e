using System.Diagnostics;
using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Ranking;

/// <summary>
/// What a profile adds to the text score of an article, at one instant and for one index:
/// <c>W wQ Q</c>, <c>W wC C</c>, <c>W wR R</c> with <c>W = lambda ln(N + 1)</c> and <c>R = 1 / (1 + age / halfDays)</c>.
/// Each part is computed in double and rounded once to float. Immutable, thread-safe.
/// </summary>
internal sealed class Priors
{
    private readonly double _quality;
    private readonly double _coverage;
    private readonly double _recency;
    private readonly long _nowMs;
    private readonly double _halfMs;

    /// <summary>Prepares the weights.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="overrides">Weights in place of the profile's, or null.</param>
    /// <param name="docCount">N, articles with text.</param>
    /// <param name="now">The instant ages are counted from.</param>
    public Priors(RankingProfile profile, PriorOverrides? overrides, long docCount, DateTimeOffset now)
    {
        Weight = profile.Lambda * Math.Log(docCount + 1.0);
        _quality = Weight * (overrides?.Quality ?? profile.Quality);
        _coverage = Weight * (overrides?.Coverage ?? profile.Coverage);
        _recency = Weight * (overrides?.Recency ?? profile.Recency);
        Debug.Assert(_quality >= 0 && _coverage >= 0 && _recency >= 0, "Greater signals add no less: bounds rely on it.");
        Now = RankingInstant.Of(now);
        _nowMs = Now.ToUnixTimeMilliseconds();
        _halfMs = TimeSpan.FromDays(profile.RecencyHalfDays).TotalMilliseconds;
    }

    /// <summary>W.</summary>
    public double Weight { get; }

    /// <summary>The instant that ages are counted from.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>True when nothing is ever added.</summary>
    public bool AreZero => _quality == 0 && _coverage == 0 && _recency == 0;

    /// <summary>What quality adds for a document.</summary>
    public float Quality(SignalColumns columns, int doc) => Quality(columns.Quality[doc]);

    /// <summary>What a quality adds; no less for a greater one.</summary>
    public float Quality(float quality) => (float)(_quality * quality);

    /// <summary>What coverage adds for a document.</summary>
    public float Coverage(SignalColumns columns, int doc) => Coverage(columns.Coverage[doc]);

    /// <summary>What a coverage adds; no less for a greater one.</summary>
    public float Coverage(float coverage) => (float)(_coverage * coverage);

    /// <summary>What recency adds for a document.</summary>
    public float Recency(SignalColumns columns, int doc) => Recency(columns.PublishedAt[doc]);

    /// <summary>What a publication date adds, or none; no less for a later one.</summary>
    public float Recency(long publishedAt)
    {
        if (publishedAt == SignalColumns.NoDate) return 0;
        double age = Math.Max(0.0, (double)_nowMs - publishedAt);
        return (float)(_recency / (1 + (age / _halfMs)));
    }
}
