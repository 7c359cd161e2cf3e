using Microsoft.Extensions.DependencyInjection;
using SearchNews.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>Every real article in every feed.</summary>
public sealed class RealArticleFeedTests
{
    [Fact]
    public async Task Get_AllPages_BreakNoRuleAndHaveEachStoryOnce()
    {
        Corpus.SkipUnlessAvailable();
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Combine("index"));
        new IndexBuilder(store).Build(Corpus.AzureNewsFolder);
        var backend = new EmbeddedBackend(store);

        // Every page in full: on a busy machine a search may run out of its time, and then gives what it found.
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Deadline = TimeSpan.FromMinutes(1) }, services => services.AddSingleton<ISearchBackend>(backend));
        long stories = (await server.GetAsync("/v1/info")).ShouldBeJson().GetProperty("stories").GetInt64();
        foreach (string extension in FeedChecks.Extensions)
        {
            var ids = new List<string>();
            for (string? next = $"/v1/search.{extension}?size=100"; next is not null;)
            {
                ApiAnswer answer = await server.GetAsync(next);
                answer.ShouldBeFeed(extension);
                ids.AddRange(FeedChecks.IdsOf(answer.Body, extension));
                next = FeedChecks.PageOf(answer.Body, extension, "next");
            }

            ids.ShouldBeUnique(StringComparer.Ordinal);
            ids.Count.ShouldBe((int)stories);
        }
    }
}
