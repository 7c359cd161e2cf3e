using SearchNews.Articles;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>A random request that can be answered by looking at every article.</summary>
internal sealed record NaiveRequest
{
    public required string[] Words { get; init; }

    public required string[] Required { get; init; }

    public required string[] Excluded { get; init; }

    public required MatchPolicy Match { get; init; }

    public required SortOrder Sort { get; init; }

    public required ArticleFilter Filter { get; init; }

    public static NaiveRequest Draw(Random random) => new()
    {
        Words = [.. SomeWords(random, random.Next(0, 4))],
        Required = [.. SomeWords(random, random.Next(3) == 0 ? 1 : 0)],
        Excluded = [.. SomeWords(random, random.Next(4) == 0 ? 1 : 0)],
        Match = (MatchPolicy)random.Next(3),
        Sort = random.Next(3) == 0 ? (SortOrder)random.Next(5) : SortOrder.Relevance,
        Filter = random.Next(2) == 0 ? ArticleFilter.None : DrawFilter(random),
    };

    public SearchRequest ToRequest() => new()
    {
        Query = string.Join(' ', (string[])[.. Words, .. Required.Select(w => $"+{w}"), .. Excluded.Select(w => $"-{w}")]),
        Match = Match,
        Sort = Sort,
        Filter = Filter,
    };

    public NaiveWords Meaning => new(
        [.. Words.SelectMany(NaiveText.Stems)],
        [.. Required.SelectMany(NaiveText.Stems)],
        Match,
        new NaiveBonuses([string.Join(' ', Words)], string.Join(' ', Words.Concat(Required))));

    public bool Matches(Article article, NaiveRanking index)
    {
        bool Has(string word) => NaiveText.Stems(word).All(stem => index.HasTerm(article, stem));
        int found = Words.Count(Has);
        int wanted = Words.Length == 0 ? 0 : Match switch
        {
            MatchPolicy.All => Words.Length,
            MatchPolicy.Most => (Words.Length + 1) / 2,
            _ => Required.Length == 0 ? 1 : 0,
        };
        return found >= wanted && Required.All(Has) && !Excluded.Any(Has) && Passes(article);
    }

    public bool Passes(Article article)
    {
        string? domain = article.Provider?.Domain?.ToLowerInvariant();
        bool IsOf(string site) => domain is not null && (domain == site || domain.EndsWith("." + site, StringComparison.Ordinal));
        bool Topic(string topic) => article.Topics.Any(t => string.Equals(t, topic, StringComparison.OrdinalIgnoreCase));
        return Values(Filter.Sites, IsOf)
            && Values(Filter.Topics, Topic)
            && Values(Filter.Types, t => string.Equals(article.Type, t, StringComparison.OrdinalIgnoreCase))
            && Values(Filter.Categories, c => string.Equals(article.Category, c, StringComparison.OrdinalIgnoreCase))
            && (Filter.From is null || article.PublishedAt >= Filter.From)
            && (Filter.To is null || article.PublishedAt <= Filter.To)
            && (Filter.MinQuality is null || article.Quality >= Filter.MinQuality)
            && (Filter.MinHeat is null || article.Heat >= Math.Max(0, Filter.MinHeat.Value))
            && (Filter.Visibility == Visibility.All || article.Published == true);
    }

    private static bool Values(IReadOnlyList<string> values, Func<string, bool> holds)
    {
        string[] wanted = [.. values.Where(v => !v.StartsWith('-'))];
        return (wanted.Length == 0 || wanted.Any(holds)) && !values.Any(v => v.StartsWith('-') && holds(v[1..]));
    }

    private static ArticleFilter DrawFilter(Random random)
    {
        T Maybe<T>(T value, T none) => random.Next(4) == 0 ? value : none;
        DateTimeOffset from = new(2021, 8, 1 + random.Next(20), 0, 0, 0, TimeSpan.Zero);
        return new ArticleFilter
        {
            From = Maybe<DateTimeOffset?>(from, null),
            To = Maybe<DateTimeOffset?>(from.AddDays(8), null),
            Sites = Maybe<string[]>(random.Next(2) == 0 ? ["nasa.gov", "esa.int"] : ["-nasa.gov"], []),
            Topics = Maybe<string[]>(random.Next(2) == 0 ? ["SPACE"] : ["azure", "-Music"], []),
            Types = Maybe<string[]>(["VIDEO"], []),
            Categories = Maybe<string[]>(["-news"], []),
            MinQuality = Maybe<double?>(random.Next(3) switch { 0 => 52, 1 => 0, _ => -4.5 }, null),
            MinHeat = Maybe<double?>(random.Next(3) switch { 0 => -7, 1 => 0, _ => 100 }, null),
            Visibility = Maybe(Visibility.Published, Visibility.All),
        };
    }

    private static IEnumerable<string> SomeWords(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => SomeArticles.Words[random.Next(5) == 0 ? 25 : random.Next(20)]).Distinct(StringComparer.Ordinal);
}
