namespace SearchNews.Api.Limits;

/// <summary>How the limits on questions at once stand.</summary>
internal sealed class InFlightGauges
{
    /// <summary>Questions that read.</summary>
    public InFlightGauge Reads { get; } = new();

    /// <summary>Admin calls.</summary>
    public InFlightGauge Admin { get; } = new();

    /// <summary>All of them, by name.</summary>
    public IEnumerable<(string Kind, InFlightGauge Gauge)> All => [("read", Reads), ("admin", Admin)];
}
