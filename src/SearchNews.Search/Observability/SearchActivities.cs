using System.Diagnostics;

namespace SearchNews.Search.Observability;

/// <summary>Spans of what a search and a change of the index consist of, for OpenTelemetry. Nothing is made as long as nobody listens. They never hold what was typed.</summary>
public static class SearchActivities
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "SearchNews";

    internal const string Parse = "search.parse";
    internal const string Search = "search.collect";
    internal const string Correct = "search.correct";
    internal const string Relax = "search.relax";
    internal const string Read = "search.read";
    internal const string Facets = "search.facets";
    internal const string Rebuild = "index.rebuild";
    internal const string Commit = "index.commit";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a span, to be disposed at its end; null when nobody listens.</summary>
    internal static Activity? Start(string name) => Source.StartActivity(name);
}
