using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Paging;

public sealed class CursorRealFolderTests
{
    /// <summary>A third of the folder and two lists, or all of both in the long tier.</summary>
    [Fact]
    public async Task Walk_RealFolder_IsEachStoryOnceWhileUpdatesGoOn()
    {
        Corpus.SkipUnlessAvailable();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        string source = Directory.CreateDirectory(folder.Combine("source")).FullName;
        int part = LongTier.Rounds(fast: 3, full: 1);
        foreach (string file in Directory.EnumerateFiles(Corpus.AzureNewsFolder).Order(StringComparer.Ordinal).Where((_, i) => i % part == 0)) File.Copy(file, Path.Combine(source, Path.GetFileName(file)));
        var store = new GenerationStore(folder.Combine("index"));
        new IndexBuilder(store).Build(source, cancellationToken: cancellation);
        var backend = new EmbeddedBackend(store);
        long stories = backend.Snapshot.Stories.Count;
        long articles = backend.Snapshot.Reader.NumDocs;
        string[] files = [.. Directory.EnumerateFiles(source, "*.md").Order(StringComparer.Ordinal)];
        Random random = Seeds.Random();
        int changes = 0;
        int unchanged = 0;
        SearchRequest[] lists =
        [
            new() { Size = 100 }, new() { Size = 100, Group = HitGrouping.None }, new() { Size = 97, Sort = SortOrder.Relevance }, new() { Size = 100, Query = "azure cloud", Match = MatchPolicy.Any },
            new() { Size = 100, Sort = SortOrder.Coverage }, new() { Size = 100, Sort = SortOrder.Oldest }, new() { Size = 100, Sort = SortOrder.Quality, Group = HitGrouping.None },
        ];
        int pagesBetween = LongTier.Rounds(fast: 2, full: 5);
        int rounds = LongTier.Rounds(fast: 2, full: lists.Length);
        foreach (SearchRequest request in lists.Take(rounds))
        {
            SearchResponse whole = await backend.SearchAsync(request with { Size = 10_000 }, cancellation);
            int pages = 0;
            string[] ids = await Walk.AllAsync(backend, request, between: () =>
            {
                // Not after each page: an update of a folder of this size takes a while.
                if (++pages % pagesBetween != 0) return;
                string file = files[random.Next(files.Length)];
                if (++changes % 2 == 0) File.Delete(file);
                else File.WriteAllText(file, $"---\ntitle: Azure cloud news number {changes}\nquality: {random.Next(190)}\npublishedDateTime: 2021-09-{random.Next(1, 30):D2}T00:00:00Z\n---\n");
                new IndexUpdater(store).Update(cancellationToken: cancellation);
                backend.Refresh();
            });
            ids.ShouldBe(whole.Hits.Select(hit => hit.Id), $"{request}");
            ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Length);
            ids.LongLength.ShouldBe(request.Group == HitGrouping.Story ? whole.Total.Stories!.Value : whole.Total.Articles);
            if (request == lists[0]) (ids.LongLength, whole.Total.Articles).ShouldBe((stories, articles));
            if (request.Group == HitGrouping.Story) whole.Hits.Select(hit => hit.Story?.Id ?? hit.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Length);
            if ((await backend.SearchAsync(request with { Size = 10_000 }, cancellation)).Hits.Select(hit => hit.Id).SequenceEqual(ids)) unchanged++;
            TestContext.Current.TestOutputHelper!.WriteLine($"{request.EffectiveSort} {request.Group} '{request.Query}': {ids.Length} hits of {whole.Total.Articles} articles on {pages + 1} pages, {changes} changes so far");
        }

        (changes > 4 * rounds, unchanged).ShouldBe((true, 0), $"{changes}");
    }
}
