using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

public sealed class RealArticlesTests(RealArticles real)
{
    [Fact]
    public async Task Search_JudgedQueriesOverRealArticles_MarksSomethingInEveryHit()
    {
        Corpus.SkipUnlessAvailable();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        EmbeddedBackend backend = real.Open();
        int hits = 0;
        int step = LongTier.Rounds(fast: 3, full: 1);
        foreach (string query in File.ReadLines(Corpus.KeywordQueries).Where((_, i) => i % step == 0).Select(line => line.Split('\t')[1]))
        {
            SearchResponse response = await backend.SearchAsync(new SearchRequest { Query = query, Size = 20 }, cancellation);
            SearchResponse offsets = await backend.SearchAsync(new SearchRequest { Query = query, Size = 20, Highlight = HighlightMode.Offsets }, cancellation);
            foreach ((SearchHit tags, SearchHit spans) in response.Hits.Zip(offsets.Hits))
            {
                hits++;
                Highlights highlights = tags.Highlights!;
                (highlights.Title.Count + highlights.Excerpt.Count).ShouldBeGreaterThan(0, $"{query}: {tags.Id}");
                foreach (string title in highlights.Title)
                {
                    (string text, HighlightSpan[] marks) = MarkedHtml.Read(title);
                    text.ShouldBe(tags.Title);
                    marks.ShouldBe(spans.Highlights!.Offsets!.Title);
                }

                foreach (string passage in highlights.Excerpt)
                {
                    MarkedHtml.Read(passage).Marks.Length.ShouldBeInRange(1, spans.Highlights!.Offsets!.Excerpt.Count, $"{query}: {tags.Id}");
                    tags.Excerpt!.ShouldContain(MarkedHtml.Read(passage).Text.Trim('…', ' '));
                }
            }
        }

        hits.ShouldBeGreaterThan(500);
    }
}
