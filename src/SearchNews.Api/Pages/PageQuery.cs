using SearchNews.Api.Requests;

namespace SearchNews.Api.Pages;

/// <summary>The parameters of a page's address, and the addresses of its neighbours: the same question with one thing changed. Immutable.</summary>
internal sealed class PageQuery(IEnumerable<KeyValuePair<string, string>> pairs)
{
    private const string Page = "page";

    /// <summary>No parameters.</summary>
    public static PageQuery Empty { get; } = new([]);

    /// <summary>Names and values, blank ones left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = [.. pairs.Where(p => !string.IsNullOrWhiteSpace(p.Value))];

    /// <summary>The first value, or null.</summary>
    public string? Text(string name) => Pairs.Where(p => p.Key == name).Select(p => p.Value).FirstOrDefault();

    /// <summary>All values.</summary>
    public IEnumerable<string> All(string name) => Pairs.Where(p => p.Key == name).Select(p => p.Value);

    /// <summary>With one value in place of all of that name, from the first page on.</summary>
    public PageQuery With(string name, string? value) => new([.. Pairs.Where(p => p.Key != name && p.Key != Page), new(name, value ?? "")]);

    /// <summary>On another page.</summary>
    public PageQuery OnPage(int page) => new([.. Pairs.Where(p => p.Key != Page), .. page == 1 ? [] : (KeyValuePair<string, string>[])[new(Page, $"{page}")]]);

    /// <summary>Without these names, from the first page on.</summary>
    public PageQuery Without(params ReadOnlySpan<string> names)
    {
        string[] dropped = [.. names, Page];
        return new(Pairs.Where(p => !dropped.Contains(p.Key, StringComparer.Ordinal)));
    }

    /// <summary>Without one value of a name, from the first page on.</summary>
    public PageQuery WithoutValue(string name, string value) => new(Pairs.Where(p => p.Key != Page && (p.Key != name || p.Value != value)));

    /// <summary>Without paging, which the feeds of a search and explanations do not have.</summary>
    public PageQuery WithoutPaging() => Without("size");

    /// <summary>The address on a route of this service.</summary>
    public string Url(string path) => path + CanonicalUrl.QueryOf(Pairs);
}
