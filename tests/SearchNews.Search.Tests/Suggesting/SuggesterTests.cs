using SearchNews.Articles;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;
using SearchNews.Search.Suggesting;

namespace SearchNews.Search.Tests.Suggesting;

public sealed class SuggesterTests
{
    private static readonly Article[] Some =
    [
        SomeArticles.Titled("1", "Azure Kubernetes Service grows", "Clusters in the cloud"),
        SomeArticles.Titled("2", "Azure Kubernetes news", "More of it"),
    ];

    [Fact]
    public void Suggest_Story_IsSuggestedOnceWithItsSize()
    {
        var stories = new StoryGroups();
        stories.Set("2", "1");
        using TestIndex index = TestIndex.Of(Some, stories: stories);

        Suggestion[] headlines = [.. Suggest(index, "azure kubernetes", 20).Where(s => s.Kind == SuggestionKind.Headline)];

        headlines.Select(s => s.Count).ShouldBe([2]);
    }

    [Fact]
    public void Suggest_HeadlinesKeptOrNot_AreTheSame()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int round = 0; round < 6; round++)
        {
            using TestIndex index = TestIndex.Of(SomeArticles.Many(random, random.Next(1, 120)), segments: random.Next(1, 4));
            SuggestTables all = SuggestTables.Read(index.Snapshot, TestIndex.Now);
            SuggestTables some = SuggestTables.Read(index.Snapshot, TestIndex.Now, headlines: 10);
            SuggestTables none = SuggestTables.Read(index.Snapshot, TestIndex.Now, headlines: 0);
            for (int question = 0; question < 40; question++)
            {
                var request = new SuggestRequest($"{SuggestionContract.Word(random)} {SuggestionContract.Word(random)[..2]}", 20);

                IReadOnlyList<Suggestion> suggestions = Suggester.Suggest(all, request, TestContext.Current.CancellationToken);

                Suggester.Suggest(some, request, TestContext.Current.CancellationToken).ShouldBe(suggestions, $"seed {seed}, '{request.Query}'");
                Suggester.Suggest(none, request, TestContext.Current.CancellationToken).ShouldBe(suggestions, $"seed {seed}, '{request.Query}'");
            }
        }
    }

    [Fact]
    public void Suggest_RandomText_NeverFailsAndCountsAreTrue()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        Article[] articles = SomeArticles.Many(random, 60);
        using TestIndex index = TestIndex.Of(articles, segments: 3);
        var naive = new NaiveSuggester(articles);
        string[] pieces = ["\"", "(", ")", "+", "-", " ", "  ", "*", "~", "title:", "site:", "topic:x ", "OR ", "AND ", "NOT ", "az", "azure", "clou", "cafe", "é", "c#", ".net", "\0", "\u202e", "😀", "\ud800", "2021", "'", "netwrk", ":", "\\", "running"];
        for (int question = 0; question < 2_000; question++)
        {
            string typed = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            TypedText text = TypedText.Parse(typed);

            foreach (Suggestion suggestion in Suggest(index, typed, 20))
            {
                if (suggestion.Kind == SuggestionKind.Headline) continue;
                TypedText completed = TypedText.Parse(suggestion.Text);
                string[] words = [.. completed.Words.Select(w => w.Folded), .. completed.Prefix.Length > 0 ? [completed.Prefix] : Array.Empty<string>()];
                suggestion.Count.ShouldBe(naive.Count(words), $"seed {seed}, '{typed}' gave '{suggestion.Text}'");
                PrefixEdits.BeginsNearly(words[^1], text.Prefix).ShouldBeTrue($"seed {seed}, '{typed}' gave '{suggestion.Text}'");
            }
        }
    }

    private static IReadOnlyList<Suggestion> Suggest(TestIndex index, string typed, int size) =>
        index.Backend.SuggestAsync(new SuggestRequest(typed, size), TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult().Suggestions;
}
