using SearchNews.Articles;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Suggesting;

namespace SearchNews.Search.Tests.Suggesting;

/// <summary>What every <see cref="ISearchBackend"/> suggests while somebody types. Inherit, and open a backend on the articles that are given.</summary>
public abstract class SuggestionContract
{
    private static readonly Article[] Some =
    [
        SomeArticles.Titled("1", "Azure Kubernetes Service grows", "Clusters in the cloud"),
        SomeArticles.Titled("2", "Azure Kubernetes news", "More of it"),
        SomeArticles.Titled("3", "Kubernetes at the café", "No cloud here"),
        SomeArticles.Titled("4", "Kubernetes at home", "Small clusters"),
        SomeArticles.Titled("5", "Azure Kudu explained", "Deployment"),
        SomeArticles.Titled("6", "C# and the moon landing", "A CAFE story"),
    ];

    [Theory]
    [InlineData("azure ku", "azure kubernetes=2 azure kudu=1")]
    [InlineData("AZURE KU", "AZURE kubernetes=2 AZURE kudu=1")]
    [InlineData("ku", "kubernetes=4 kudu=1")]
    [InlineData("  ku", "kubernetes=4 kudu=1")]
    [InlineData("kubernetes az", "kubernetes azure=2")]
    [InlineData("kube*", "kubernetes=4")]
    [InlineData("kubernetez", "kubernetes=4")]
    [InlineData("kubrenet", "kubernetes=4")]
    [InlineData("azrue kube", "azure kubernetes=2")]
    [InlineData("caf", "cafe=1 café=1")]
    [InlineData("CAFÉ", "cafe=1 café=1")]
    [InlineData("c#", "c#=1")]
    [InlineData("moon c", "moon cafe=1 moon c#=1")]
    [InlineData("\"moon lan", "\"moon landing\"=1")]
    [InlineData("title:ku", "title:kubernetes=4 title:kudu=1")]
    [InlineData("+azure (ku", "+azure (kubernetes=2 +azure (kudu=1")]
    [InlineData("azure -news ku", "azure -news kubernetes=2 azure -news kudu=1")]
    [InlineData("moon OR ku", "moon OR kubernetes=4 moon OR kudu=1")]
    [InlineData("site:example.org ku", "site:example.org kubernetes=4 site:example.org kudu=1")]
    [InlineData("moon ", "moon cafe=1 moon c#=1 moon landing=1 moon story=1")]
    [InlineData("kube", "kubernetes=4")]
    [InlineData("the", "")]
    [InlineData("kubx", "")]
    [InlineData("-ku", "")]
    [InlineData("site:exa", "")]
    [InlineData("nothing ku", "")]
    [InlineData("!?*~", "")]
    public async Task Suggest_Typed_CompletesTheLastWord(string typed, string expected)
    {
        ISearchBackend backend = Open(Some);

        IEnumerable<Suggestion> terms = (await SuggestAsync(backend, typed, 20)).Where(s => s.Kind == SuggestionKind.Term);

        string.Join(' ', terms.Select(s => $"{s.Text}={s.Count}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("azure ku", "1 2 5")]
    [InlineData("kubernetez", "1 2 3 4")]
    [InlineData("at the ca", "3")]
    [InlineData("cafe", "3")]
    [InlineData("clusters", "")]
    public async Task Suggest_Typed_FindsHeadlinesWithAllWords(string typed, string ids)
    {
        ISearchBackend backend = Open(Some);

        Suggestion[] headlines = [.. (await SuggestAsync(backend, typed, 20)).Where(s => s.Kind == SuggestionKind.Headline)];

        headlines.Select(s => s.Id).Order(StringComparer.Ordinal).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        headlines.ShouldAllBe(s => s.Text == Some.Single(a => a.Id == s.Id).Title && s.Count == 1);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 2, 0)]
    [InlineData(4, 2, 2)]
    [InlineData(8, 2, 5)]
    public async Task Suggest_Size_IsSharedByTermsAndHeadlines(int size, int terms, int headlines)
    {
        ISearchBackend backend = Open(Some);

        IReadOnlyList<Suggestion> suggestions = (await SuggestAsync(backend, "ku", size));

        suggestions.Select(s => s.Kind).ShouldBe([.. Enumerable.Repeat(SuggestionKind.Term, terms), .. Enumerable.Repeat(SuggestionKind.Headline, Math.Min(headlines, size - terms))]);
    }

    [Fact]
    public async Task Suggest_Nothing_GivesTheBestHeadlines()
    {
        Article[] articles = [.. Some.Select((a, i) => a with { Quality = 10 * i, PublishedAt = TestIndex.Now })];
        ISearchBackend backend = Open(articles);

        (await SuggestAsync(backend, " ", 3)).Select(s => (s.Kind, s.Id)).ShouldBe([(SuggestionKind.Headline, "6"), (SuggestionKind.Headline, "5"), (SuggestionKind.Headline, "4")]);
    }

    [Fact]
    public async Task Suggest_NoArticles_IsEmpty()
    {
        ISearchBackend backend = Open([]);

        (await SuggestAsync(backend, "ku", 8)).ShouldBeEmpty();
        (await SuggestAsync(backend, "", 8)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SuggestAsync_Cancelled_Throws()
    {
        ISearchBackend backend = Open(Some);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await backend.SuggestAsync(new SuggestRequest("azure ku"), cancelled.Token));
    }

    [Fact]
    public async Task Suggest_RandomArticles_EqualsTheNaiveOne()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int round = 0; round < 12; round++)
        {
            // Words of few articles may be counted in another way than words of many.
            Article[] articles = SomeArticles.Many(random, random.Next(1, round % 3 == 0 ? 400 : 120));
            ISearchBackend backend = Open(articles);
            var naive = new NaiveSuggester(articles);
            for (int question = 0; question < 40; question++)
            {
                string[] before = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Word(random)).Distinct(StringComparer.Ordinal)];
                string last = Word(random);
                string prefix = last[..random.Next(1, last.Length + 1)];
                string typed = string.Join(' ', [.. before, prefix]);
                string because = $"seed {seed}, round {round}, '{typed}'";
                const int Size = 20;

                IReadOnlyList<Suggestion> suggestions = await SuggestAsync(backend, typed, Size);

                suggestions.Count.ShouldBeLessThanOrEqualTo(Size, because);
                suggestions.Select(s => (s.Kind, s.Text, s.Id)).ShouldBeUnique(because);
                suggestions.Select(s => s.Id).OfType<string>().ShouldBeUnique(because);
                Suggestion[] terms = [.. suggestions.Where(s => s.Kind == SuggestionKind.Term)];
                Suggestion[] headlines = [.. suggestions.Where(s => s.Kind == SuggestionKind.Headline)];
                List<(string Word, int Count)> expected = naive.Terms(before, prefix, Size);
                if (expected.Count > 0)
                {
                    terms.Select(s => (s.Text, s.Count)).ShouldBe(expected.Take(terms.Length).Select(e => (string.Join(' ', [.. before, ShownWords.Of(e.Word, prefix)]), e.Count)), because);
                    terms.Length.ShouldBeGreaterThanOrEqualTo(Math.Min(expected.Count, Size * 3 / 5), because);
                    headlines.ShouldAllBe(s => NaiveSuggester.Has(s.Text, before, prefix), because);
                }

                if (terms.Length + headlines.Length < Size && expected.Count > 0) headlines.Length.ShouldBe(naive.CountTitles(before, prefix), because);
            }
        }
    }

    /// <summary>A word of some articles that can be suggested and is spelled without accents.</summary>
    internal static string Word(Random random)
    {
        string word;
        do word = SomeArticles.Words[random.Next(SomeArticles.Words.Length)];
        while (!word.All(char.IsAsciiLetter) || Lucene.Analysis.English.EnglishStopWords.Set.Contains(word));
        return word;
    }

    /// <summary>A backend that has these articles, each a story of its own.</summary>
    protected abstract ISearchBackend Open(IReadOnlyList<Article> articles);

    private static async Task<IReadOnlyList<Suggestion>> SuggestAsync(ISearchBackend backend, string typed, int size) =>
        (await backend.SuggestAsync(new SuggestRequest(typed, size), TestContext.Current.CancellationToken)).Suggestions;
}
