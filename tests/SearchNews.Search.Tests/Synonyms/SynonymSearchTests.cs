using SearchNews.Articles;
using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Tests.Synonyms;

/// <summary>Searches with a file of synonyms in the index folder.</summary>
public sealed class SynonymSearchTests : IDisposable
{
    private readonly TestIndex _index = TestIndex.Of(Articles());

    public SynonymSearchTests() => Write("""
        # names
        k8s, kubernetes
        aad, azure active directory
        box => container
        internet of things, iot
        """);

    private string Path => System.IO.Path.Combine(_index.Store.Root, SynonymFile.DefaultName);

    private EmbeddedBackend Backend => field ??= new EmbeddedBackend(_index.Store, _index.Clock);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("k8s", "(k8s OR kubernetes)", "k8s kubernetes")]
    [InlineData("Kubernetes", "(Kubernetes OR k8s)", "k8s kubernetes")]
    [InlineData("aad", "(aad OR \"azure active directory\")", "aad directory")]
    [InlineData("azure active directory", "((azure active directory) OR aad)", "aad directory scattered")]
    [InlineData("azure active", "azure active", "directory scattered")]
    [InlineData("box", "(box OR container)", "box container")]
    [InlineData("container", "container", "container")]
    [InlineData("internet of things", "((internet of things) OR iot)", "iot things")]
    [InlineData("+k8s -kubernetes", "+(k8s OR kubernetes) -kubernetes", "k8s")]
    [InlineData("title:k8s", "(title:k8s OR title:kubernetes)", "k8s kubernetes")]
    [InlineData("(k8s OR violin)", "((k8s OR kubernetes) OR violin)", "k8s kubernetes violin")]
    [InlineData("\"k8s\"", "\"k8s\"", "k8s")]
    [InlineData("the k8s", "the (k8s OR kubernetes)", "k8s kubernetes")]
    public async Task Search_WordOfARule_FindsItsMeaningsAndSaysSo(string query, string parsed, string ids)
    {
        SearchResponse response = await SearchAsync(query);

        response.Meta.Query!.Parsed.ShouldBe(parsed);
        response.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal).ShouldBe(ids.Split(' '));
    }

    [Fact]
    public async Task Search_ArticleWithSeveralMeanings_CountsTheBest()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("both", "comet island"), SomeArticles.Titled("one", "comet desert"), SomeArticles.Titled("other", "island desert"));
        await File.WriteAllTextAsync(System.IO.Path.Combine(index.Store.Root, SynonymFile.DefaultName), "comet, island", TestContext.Current.CancellationToken);
        SearchResponse response = await new EmbeddedBackend(index.Store, index.Clock).SearchAsync(new SearchRequest { Query = "comet", Explain = 2 }, TestContext.Current.CancellationToken);

        response.Hits.Count.ShouldBe(3);
        response.Hits.Select(hit => hit.Score).Distinct().Count().ShouldBe(1);
        foreach (SearchHit hit in response.Hits)
        {
            ScoreExplanation explanation = hit.Explain!;
            explanation.Terms!.Sum(term => (double)term.Value).ShouldBe(explanation.Parts.Text.Value, 1e-5);
            explanation.Terms!.Select(term => term.Term).ShouldBe(["comet", "island"]);
            explanation.Parts.Text.Why.ShouldBe("BM25 of the words in title and excerpt; of 'comet' and island the best counts");
        }
    }

    [Fact]
    public async Task Explain_ArticleWithoutAnyMeaning_NamesWhatWasTyped()
    {
        ExplainResponse missing = (await Backend.ExplainAsync(new ExplainRequest(new SearchRequest { Query = "+k8s +violin" }, "violin"), TestContext.Current.CancellationToken))!;
        missing.Sentence.ShouldContain("it lacks 'k8s' and 'kubernetes'");
        ExplainResponse found = (await Backend.ExplainAsync(new ExplainRequest(new SearchRequest { Query = "k8s" }, "kubernetes"), TestContext.Current.CancellationToken))!;
        found.Matches.ShouldBeTrue();
    }

    [Fact]
    public async Task Search_WordsOfARuleSideBySide_RelaxAsOthersDo()
    {
        SearchResponse response = await SearchAsync("azure active directory violin");
        (response.Meta.Relaxed, response.Meta.Query!.Corrected).ShouldBe((true, null));
        response.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal).ShouldBe(["aad", "directory", "scattered", "violin"]);
        response.Hits[0].Id.ShouldBe("directory", "the words stand together there");
    }

    [Fact]
    public async Task Refresh_ChangedFile_AppliesAtOnceAndMakesAnotherTag()
    {
        string tag = (await Backend.GetInfoAsync(TestContext.Current.CancellationToken)).Synonyms;
        (await SearchAsync("violin")).Hits.Count.ShouldBe(1);
        Write("violin, box");
        Backend.Refresh();

        (await SearchAsync("violin")).Hits.Select(hit => hit.Id).ShouldBe(["box", "violin"], ignoreOrder: true);
        (await SearchAsync("k8s")).Meta.Query!.Parsed.ShouldBe("k8s");
        (await Backend.GetInfoAsync(TestContext.Current.CancellationToken)).Synonyms.ShouldNotBe(tag);

        File.Delete(Path);
        Backend.Refresh();
        (await SearchAsync("violin")).Hits.Count.ShouldBe(1);
        (await Backend.GetInfoAsync(TestContext.Current.CancellationToken)).Synonyms.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refresh_DamagedFile_KeepsTheOldRulesAndSaysWhy()
    {
        (await SearchAsync("k8s")).Hits.Count.ShouldBe(2);
        Write("k8s, kubernetes\nlonely");
        Backend.Refresh();

        (await SearchAsync("k8s")).Hits.Count.ShouldBe(2);
        ReadyResponse ready = await Backend.GetReadyAsync(TestContext.Current.CancellationToken);
        ready.ShouldBe(new ReadyResponse(ReadyResponse.Degraded, "The synonyms are not up to date: synonyms.txt:2: a rule needs two words or phrases, separated by ',' or '=>'."));

        Write("k8s, violin");
        Backend.Refresh();
        (await SearchAsync("k8s")).Hits.Select(hit => hit.Id).ShouldBe(["k8s", "violin"], ignoreOrder: true);
        (await Backend.GetReadyAsync(TestContext.Current.CancellationToken)).Status.ShouldBe(ReadyResponse.Ready);
    }

    [Fact]
    public async Task Refresh_NamedFileThatIsGone_KeepsTheOldRules()
    {
        string other = System.IO.Path.Combine(_index.Store.Root, "others.txt");
        await File.WriteAllTextAsync(other, "violin, box", TestContext.Current.CancellationToken);
        var backend = new EmbeddedBackend(_index.Store, _index.Clock, other);
        File.Delete(other);
        backend.Refresh();

        (await backend.SearchAsync(new SearchRequest { Query = "violin" }, TestContext.Current.CancellationToken)).Hits.Count.ShouldBe(2);
        backend.SynonymsProblem.ShouldBe("The synonyms are not up to date: others.txt is not there.");
    }

    private async Task<SearchResponse> SearchAsync(string query) => await Backend.SearchAsync(new SearchRequest { Query = query }, TestContext.Current.CancellationToken);

    private void Write(string text) => File.WriteAllText(Path, text);

    private static Article[] Articles() =>
    [
        SomeArticles.Titled("k8s", "k8s rocks"),
        SomeArticles.Titled("kubernetes", "kubernetes cluster"),
        SomeArticles.Titled("aad", "aad login"),
        SomeArticles.Titled("directory", "azure active directory"),
        SomeArticles.Titled("scattered", "active volcano", "a directory of azure coasts"),
        SomeArticles.Titled("box", "box of letters"),
        SomeArticles.Titled("container", "container ship"),
        SomeArticles.Titled("iot", "iot devices"),
        SomeArticles.Titled("things", "internet of things"),
        SomeArticles.Titled("violin", "violin concert"),
    ];
}
