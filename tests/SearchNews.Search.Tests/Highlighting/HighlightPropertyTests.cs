using System.Globalization;
using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Tests.QuerySyntax;

namespace SearchNews.Search.Tests.Highlighting;

public sealed class HighlightPropertyTests
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "'-alert(1)-'", "&lt;b&gt;", "&#60;script&#62;", "</mark><script>", "<mark>", "</mark>", "<!--",
        "javascript:alert(1)", "&", "<", ">", "\"", "'", "`", "{{7*7}}", "]]>", "<a href='javascript:alert(1)'>cloud</a>", "<cloud onclick=cloud>", "\u2028", "\0",
    ];

    private static readonly string[] Strange =
    [
        "\uD83D", "\uDE80", "\U0001F680", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u0301", "\u0301\u0302", "\u202E", "\u200B", "\u200D", "\uFE0F", "\u20E3", "שלום", "\u0E19\u0E49\u0E33", "云", "계산", "\u1100\u1161",
        "ﬁ", "ß", "İ", "\u00AD", "\uFEFF", "\U0001D400", "क्षि", "c#\u0301", "az-500", ".net", "c++11", "re:invent", "'s", "\u2019s", " ", " ", "-", "\uDBFF\uDFFF",
    ];

    [Fact]
    public void Highlight_RandomQueriesAndTexts_MarksExactlyTheTokensThatMatch()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Many(Seeds.Of(Seeds.Current, 0), 50));
        int marked = 0;
        for (int round = 0; round < 2000; round++)
        {
            Random random = Seeds.Of(Seeds.Current, round);
            string title = SomeArticles.Text(random, random.Next(1, 9));
            string excerpt = SomeArticles.Text(random, random.Next(0, 25));
            NaiveHighlights naive = NaiveHighlights.Any(random);
            Highlights highlights = Highlighted.By(index, naive.Query, title, excerpt, HighlightMode.Offsets);
            string what = $"seed {Seeds.Current}, round {round}: {naive.Query} in '{title}' / '{excerpt}'";
            MarkedTokens(title, highlights.Offsets!.Title).ShouldBe(naive.TokensOf(title, "title"), what);
            MarkedTokens(excerpt, highlights.Offsets.Excerpt).ShouldBe(naive.TokensOf(excerpt, "excerpt"), what);
            marked += highlights.Offsets.Title.Count + highlights.Offsets.Excerpt.Count;
        }

        marked.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Highlight_HostileTexts_GiveTheTextBackAndAgreeInBothModes()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Many(Seeds.Of(Seeds.Current, 0), 50));
        for (int round = 0; round < 1500; round++)
        {
            Random random = Seeds.Of(Seeds.Current, round);
            string text = Hostile(random);
            string query = random.Next(3) switch { 0 => RandomTexts.Any(random), 1 => Cut(text), _ => "cloud alert az-500 .net 云 c# script mark lt amp clo* stor~ \"the cloud\"" };
            string what = string.Create(CultureInfo.InvariantCulture, $"seed {Seeds.Current}, round {round}");
            HighlightSpan[] offsets = [.. Highlighted.By(index, query, text, text, HighlightMode.Offsets).Offsets!.Title];
            CheckOffsets(text, offsets, what);
            IReadOnlyList<string> title = Highlighted.By(index, query, text, "").Title;
            if (offsets.Length == 0)
            {
                title.ShouldBeEmpty(what);
                continue;
            }

            (string shown, HighlightSpan[] marks) = MarkedHtml.Read(title.ShouldHaveSingleItem());
            shown.ShouldBe(text, what);
            marks.ShouldBe(offsets, what);
        }
    }

    private static void CheckOffsets(string text, HighlightSpan[] offsets, string what)
    {
        int[] edges = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
        int last = -1;
        foreach (HighlightSpan span in offsets)
        {
            span.Start.ShouldBeGreaterThan(last, what);
            span.End.ShouldBeGreaterThan(span.Start, what);
            edges.ShouldContain(span.Start, what);
            edges.ShouldContain(span.End, what);
            last = span.End;
        }
    }

    private static string Hostile(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.Next(4) switch
    {
        0 => Payloads[random.Next(Payloads.Length)],
        1 => SomeArticles.Words[random.Next(SomeArticles.Words.Length)] + (random.Next(2) == 0 ? " " : ""),
        2 => Strange[random.Next(Strange.Length)],
        _ => ((char)random.Next(0x10000)).ToString(),
    }));

    private static string Cut(string text) => text.Length > SearchRequest.MaxQueryLength ? text[..SearchRequest.MaxQueryLength] : text;

    private static HighlightSpan[] MarkedTokens(string text, IReadOnlyList<HighlightSpan> marks) => [.. ArticleSchema.Words.Analyze(text)
        .Select(token => new HighlightSpan(token.StartOffset, token.EndOffset))
        .Where(token => marks.Any(mark => mark.Start <= token.Start && token.End <= mark.End))];
}
