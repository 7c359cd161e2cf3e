using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>
/// What matched, field by field; empty where nothing did. Either HTML, in which matched words are in <c>&lt;mark&gt;</c> and all else is escaped, or offsets into
/// the hit's title and excerpt.
/// </summary>
/// <param name="Title">The title as HTML.</param>
/// <param name="Excerpt">Passages of the excerpt as HTML: the whole of it, or the best part where it is long, with … for what is left out.</param>
[JsonConverter(typeof(HighlightsJsonConverter))]
public sealed record Highlights(IReadOnlyList<string> Title, IReadOnlyList<string> Excerpt)
{
    /// <summary>What stands before matched words in HTML.</summary>
    public const string MarkStart = "<mark>";

    /// <summary>What stands behind them.</summary>
    public const string MarkEnd = "</mark>";

    /// <summary>Nothing matched.</summary>
    public static Highlights Empty { get; } = new([], []);

    /// <summary>Offsets, which are written in place of the HTML, when those were asked for; else null.</summary>
    public HighlightOffsets? Offsets { get; init; }
}
