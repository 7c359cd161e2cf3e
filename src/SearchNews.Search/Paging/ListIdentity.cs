using System.Globalization;
using System.Text;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Paging;

/// <summary>
/// Writes down all of a request that decides which hits there are and in which order: a cursor goes with no other list. Page and size, and what is only told of the hits (facets, explanations), are
/// not of it and may change from page to page. Every value is led by its length, so that no two lists are written alike.
/// </summary>
internal static class ListIdentity
{
    /// <summary>The list that a request asks for. An age stands for the instant it is counted to, which moves.</summary>
    public static string Of(SearchRequest request)
    {
        var text = new StringBuilder();
        Add(text, string.IsNullOrWhiteSpace(request.Query) ? null : request.Query);
        Add(text, string.Create(CultureInfo.InvariantCulture, $"{(int)request.Match} {(int)request.Typo} {(int)request.Group} {(int)request.EffectiveSort} {(int)request.Filter.Visibility} {request.Relax}"));
        Add(text, request.Age ?? TicksOf(request.Filter.From));
        Add(text, TicksOf(request.Filter.To));
        Add(text, TicksOf(request.Now));
        Add(text, request.Filter.Sites);
        Add(text, request.Filter.Topics);
        Add(text, request.Filter.Types);
        Add(text, request.Filter.Categories);
        Add(text, NumberOf(request.Filter.MinQuality));
        Add(text, NumberOf(request.Filter.MinHeat));
        Add(text, request.Profile);
        Add(text, NumberOf(request.Weights?.Quality));
        Add(text, NumberOf(request.Weights?.Coverage));
        Add(text, NumberOf(request.Weights?.Recency));
        return text.ToString();
    }

    private static void Add(StringBuilder text, IReadOnlyList<string> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"[{values.Count}]");
        foreach (string value in values) Add(text, value);
    }

    private static void Add(StringBuilder text, string? value)
    {
        if (value is null) text.Append('-');
        else text.Append(CultureInfo.InvariantCulture, $"{value.Length}:").Append(value);
    }

    private static string? TicksOf(DateTimeOffset? instant) => instant?.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static string? NumberOf(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);
}
