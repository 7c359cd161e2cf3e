using System.Collections.Frozen;

namespace SearchNews.Articles.Text;

/// <summary>Element names of HTML, so that `List&lt;T&gt;` is not taken for markup. Case does not matter.</summary>
internal static class HtmlTagNames
{
    private static readonly FrozenSet<string> Inline = Set(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
        + "strong sub sup time tt u var wbr");

    private static readonly FrozenSet<string> Others = Set(
        "address area article aside audio base blockquote body br button canvas caption center col colgroup datalist dd details "
        + "dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr "
        + "html iframe img input legend li link main map menu meta meter nav noscript object ol optgroup option output p param "
        + "picture pre progress rp rt ruby script section select source style summary svg table tbody td template textarea "
        + "tfoot th thead title tr track ul video o:p");

    /// <summary>Names that stand within a word: dropping the tag leaves no gap.</summary>
    public static bool IsInline(ReadOnlySpan<char> name) => Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    /// <summary>Any element name.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name) =>
        IsInline(name) || Others.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
