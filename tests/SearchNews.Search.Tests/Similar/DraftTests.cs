using SearchNews.Articles;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Similar;

public sealed class DraftTests : IDisposable
{
    private readonly TestIndex _index = TestIndex.Of(SomeArticles.Many(Seeds.Random(31), 300), segments: 3);

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Find_CopyOfAnArticle_IsItsNearDuplicateAndScoresAsItDoesForItself()
    {
        int checkedArticles = 0;
        foreach (Article article in _index.Articles.Where(a => a.Title.Length > 0 && a.PublishedAt is not null).Take(60))
        {
            var request = new DraftRequest(article.Title, article.Excerpt, 100, IncludeStory: true, Now: article.PublishedAt);

            DraftResponse response = await FindAsync(request);

            // Articles of common words only are similar to nothing.
            if (response.Hits.Count == 0) continue;
            checkedArticles++;
            SimilarHit copy = response.NearDuplicates.Single(hit => hit.Id == article.Id);
            copy.Score.ShouldBe(1, 1e-6f, article.Id);

            // Rounding down to five minutes, and a bonus for quality that a draft has not, are all that may come between.
            response.Hits.Single(hit => hit.Id == article.Id).Score.ShouldBe(1, 0.01f, article.Id);
            (await FindAsync(request with { IncludeStory = false })).Hits.ShouldAllBe(hit => hit.Id != article.Id);
        }

        checkedArticles.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Find_SimilarToAnArticle_EqualsWhatIsSimilarToItsCopy()
    {
        // Without topics and date the two questions are the same one, but for the article itself.
        using TestIndex index = TestIndex.Of([.. SomeArticles.Many(Seeds.Random(32), 200).Select(article => article with { Topics = [], PublishedAt = null, Quality = null, Heat = null })]);
        foreach (Article article in index.Articles.Take(20))
        {
            SimilarResponse? own = await index.Backend.FindSimilarAsync(new SimilarRequest(article.Id, 100, IncludeStory: true), TestContext.Current.CancellationToken);
            DraftResponse draft = await index.Backend.FindSimilarAsync(new DraftRequest(article.Title, article.Excerpt, 100, IncludeStory: true), TestContext.Current.CancellationToken);
            draft.Hits.Where(hit => hit.Id != article.Id).Select(hit => hit.Id).Take(20).ShouldBe(own!.Hits.Select(hit => hit.Id).Take(20), article.Id);
        }
    }

    [Fact]
    public async Task Find_EqualTitleInOtherForms_IsANearDuplicate()
    {
        using TestIndex index = TestIndex.Of(
            SomeArticles.Titled("same", "Comets harvest islands", "glacier glacier glacier violin desert"),
            SomeArticles.Titled("other", "Comet over the desert", "violin"));

        DraftResponse response = await index.Backend.FindSimilarAsync(new DraftRequest("The comet harvests an island", ""), TestContext.Current.CancellationToken);

        response.NearDuplicates.Select(hit => hit.Id).ShouldBe(["same"]);
        response.Hits.ShouldAllBe(hit => hit.Id != "same");
    }

    [Theory]
    [InlineData("the and of", "")]
    [InlineData("", "?!")]
    [InlineData("qqqq", "zzzz")]
    public async Task Find_NothingKnownInIt_FindsNothing(string title, string excerpt)
    {
        DraftResponse response = await FindAsync(new DraftRequest(title, excerpt));

        (response.Total.Articles, response.Hits.Count, response.NearDuplicates.Count).ShouldBe((0, 0, 0));
    }

    private ValueTask<DraftResponse> FindAsync(DraftRequest request) => _index.Backend.FindSimilarAsync(request, TestContext.Current.CancellationToken);
}
