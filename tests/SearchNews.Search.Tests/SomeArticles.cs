using System.Globalization;
using SearchNews.Articles;

namespace SearchNews.Search.Tests;

/// <summary>Made-up articles of few words, few dates and few signals, so that ties and missing values are frequent.</summary>
internal static class SomeArticles
{
    public static readonly string[] Words =
    [
        "cloud", "storage", "network", "engine", "quantum", "rocket", "harvest", "museum", "library", "glacier", "comet", "orchid", "violin", "bridge", "ticket",
        "market", "sensor", "copper", "desert", "island", "the", "of", "and", "running", "runs", "azure", "azure", "azure", "c#", "state-of-the-art", "café", "2021",
    ];

    public static readonly string[] Domains = ["nasa.gov", "jpl.nasa.gov", "esa.int", "notnasa.gov", "news.example", "Blog.News.example"];

    public static readonly string[] Topics = ["Azure", "Space", "machine learning", "Music", "SPACE"];

    private static readonly double?[] Qualities = [null, -3, 0, 10, 52, 52, 60, 87, 119.7, 190];

    /// <summary>An article with an id and a title; the rest by <c>with</c>.</summary>
    public static Article Titled(string id, string title, string excerpt = "") => new() { Id = id, ContentHash = new string('0', 64), Title = title, Excerpt = excerpt };

    public static Article[] Many(Random random, int count) => [.. Enumerable.Range(0, count).Select(i => One(random, i))];

    public static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static Article One(Random random, int number)
    {
        double? quality = Qualities[random.Next(Qualities.Length)];
        int related = random.Next(4) * random.Next(20);
        return Titled($"a{number:D4}", Text(random, random.Next(1, 4)), random.Next(5) == 0 ? "" : Text(random, random.Next(1, 6))) with
        {
            Quality = quality,
            Heat = random.Next(4) switch { 0 => null, 1 => -1, _ => (quality ?? 0) + (20 * related) + (random.Next(3) * 7) },
            PublishedAt = random.Next(12) == 0 ? null : new DateTimeOffset(2021, 8, 1 + random.Next(31), 0, 0, 0, TimeSpan.Zero),
            Published = random.Next(3) switch { 0 => null, 1 => true, _ => false },
            Provider = random.Next(9) == 0 ? null : new ArticleProvider("A provider", Domains[random.Next(Domains.Length)]),
            Topics = [.. Topics.Where(_ => random.Next(3) == 0)],
            Type = random.Next(2) == 0 ? "article" : "Video",
            Category = random.Next(3) == 0 ? "news" : null,
            WebUrl = string.Create(CultureInfo.InvariantCulture, $"https://example.org/{number}"),
            Related = [.. Enumerable.Range(0, related).Select(i => new RelatedArticle($"related {i}", null, null))],
        };
    }
}
