using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>Every condition of the search, each with a link that drops it.</summary>
internal sealed class ActiveFilters(PageQuery query) : IHtml
{
    private static readonly string[] NoFilters = ["q", "sort", "profile", "page", "size"];

    /// <summary>The conditions in words, and the search without each.</summary>
    public static IEnumerable<(string Words, PageQuery Without)> Of(PageQuery query) => query.Pairs
        .Where(p => !NoFilters.Contains(p.Key, StringComparer.Ordinal))
        .Select(p => (Words(p.Key, p.Value), query.WithoutValue(p.Key, p.Value)));

    /// <summary>The search without any condition.</summary>
    public static PageQuery Dropped(PageQuery query) => new(query.Pairs.Where(p => p.Key != "page" && NoFilters.Contains(p.Key, StringComparer.Ordinal)));

    public void WriteTo(HtmlWriter html)
    {
        (string Words, PageQuery Without)[] filters = [.. Of(query)];
        if (filters.Length == 0) return;
        html.Write($"""
            <ul class="chips" aria-label="Active filters">
            {filters.Select(f => new ActiveFilter(f.Words, f.Without))}{(filters.Length > 1 ? new ActiveFilter(null, Dropped(query)) : null)}</ul>

            """);
    }

    private static string Words(string name, string value) => (name, value.StartsWith('-')) switch
    {
        ("site" or "topic" or "type" or "category", true) => $"not {value[1..]}",
        ("site" or "topic" or "type" or "category", false) => value,
        ("from", _) => $"from {value}",
        ("to", _) => $"until {value}",
        ("since", _) => $"last {value}",
        ("match", _) => value == "any" ? "any word" : $"{value} words",
        ("group", _) => value == "none" ? "every article" : $"grouped by {value}",
        ("typo", _) => value == "off" ? "as typed" : $"typo {value}",
        ("minQuality", _) => $"quality {value} or more",
        ("minHeat", _) => $"heat {value} or more",
        ("visibility", _) => value == "published" ? "published only" : $"visibility {value}",
        ("now", _) => $"as of {value}",
        _ => $"{name} {value}",
    };
}
