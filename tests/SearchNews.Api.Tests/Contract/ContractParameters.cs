namespace SearchNews.Api.Tests.Contract;

/// <summary>Every parameter of a search. A new one needs a row.</summary>
internal static class ContractParameters
{
    private static readonly string[] NoNumbers = ["x", "1,5", "NaN", "Infinity", "-", "0x10", "1_000", "１"];
    private static readonly string[] Instants = ["2021-08-29", "2021-08-29T12:00:00Z", "2021-08-29T12:00:00.5Z", "2021-08-29T12:00:00+02:00"];
    private static readonly string[] NoInstants = ["yesterday", "2021-13-01", "2021-02-30", "29.08.2021", "2021-08-29T25:00:00Z", "99999-01-01", "-1", "0000-00-00", "2021-08-29T12:00:00 05:00"];
    private static readonly string[] Keywords = ["Space", "-space", "a b", "%", "*", "\"", "ünï", "🚀"];

    /// <summary>The rows.</summary>
    public static IReadOnlyList<ContractParameter> All { get; } =
    [
        new("q", ["moon", "\"moon probe\"", "+moon -mars", "a AND b OR NOT ( c )", "title:moon excerpt:moon", "site:a.example topic:b type:c", "prefix* word~", "((((", "\"", "*", "~", "\0", "AND", new string('x', 500)], [new string('x', 501), string.Concat(Enumerable.Repeat("🚀", 251))]),
        new("match", ["all", "most", "any"], ["some", "ALL", "0", "all,any"]),
        new("typo", ["auto", "off"], ["on", "Auto", "false"]),
        new("page", ["1", "1000"], ["0", "-1", "1001", "1.5", "99999999999999999999", .. NoNumbers]),
        new("size", ["1", "100", "+5"], ["0", "-1", "101", "2147483648", "1e2", .. NoNumbers]),

        // A good one comes out of an answer; CursorTests go on by it.
        new("cursor", [], ["x", "AAAA", "../..", "%", new string('A', 300)]),
        new("sort", ["relevance", "newest", "oldest", "quality", "coverage"], ["best", "Newest", "date", "newest,oldest"]),
        new("from", Instants, NoInstants),
        new("to", Instants, NoInstants),
        new("since", ["24h", "7d", "3mo", "2w", "1y", "2021-08-29"], ["7days", "-1d", "d", "1.5d", "7 d", "99999999999d", "soon"]),
        new("site", ["example.org", "-example.org", .. Keywords], ["-"], Repeats: true),
        new("topic", Keywords, ["-"], Repeats: true),
        new("type", Keywords, ["-"], Repeats: true),
        new("category", Keywords, ["-"], Repeats: true),
        new("minQuality", ["0", "63.5", "-1", "1e3"], [.. NoNumbers, "high"]),
        new("minHeat", ["0", "83.5", "-1"], [.. NoNumbers, "hot"]),
        new("visibility", ["all", "published"], ["none", "Published", "true"]),
        new("group", ["story", "none"], ["stories", "None", "0"]),
        new("facets", ["provider", "topic", "type", "category", "month", "provider,month", ","], ["colour", "Provider", "topic;type", "topic,colour"], Repeats: true),
        new("fields", ["title", "title,url", "id", ","], ["colour", "Title", "title;url", "title,colour", "updatedDateTime"], Repeats: true),
        new("profile", ["balanced", "fresh", "archive", "popular", "none", "classic"], ["best", "Balanced", "../balanced"]),
        new("w.quality", ["0", "0.5", "2"], ["-0.1", "2.1", .. NoNumbers]),
        new("w.coverage", ["0", "0.5", "2"], ["-0.1", "2.1", .. NoNumbers]),
        new("w.recency", ["0", "0.5", "2"], ["-0.1", "2.1", .. NoNumbers]),
        new("now", Instants, NoInstants),
        new("explain", ["0", "1", "2"], ["3", "-1", "true", .. NoNumbers]),
        new("highlight", ["tags", "offsets", "none"], ["html", "Tags", "0", "tags,offsets", "mark"]),
    ];
}
