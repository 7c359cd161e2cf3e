[assembly: AssemblyFixture(typeof(SearchNews.Api.Tests.Contract.ContractFixture))]

namespace SearchNews.Api.Tests.Contract;

/// <summary>A real index of articles that have everything, behind a real server, for all tests that only ask.</summary>
public sealed class ContractFixture : IAsyncLifetime
{
    public const string Title = "Barracuda launches a moon probe";
    public const string Excerpt = "The SD-WAN company Barracuda sends a probe with secure networks to the moon this week";

    private LiveIndex? _index;

    internal ApiServer Server => _index?.Server ?? throw new InvalidOperationException("the index was not built");

    /// <summary>Articles of one story, and one that is only like them.</summary>
    internal static (string Path, string Text)[] Articles { get; } =
    [
        ("rich/a", Rich(Title, "2021-08-28T10:00:00Z", "news.example.org", "83.5")),
        ("rich/b", Rich(Title, "2021-08-28T12:00:00Z", "other.example.org", "-1")),
        ("rich/c", Rich("Secure networks of Barracuda reach the moon with another probe", "2021-08-01T12:00:00Z", "third.example.org", "60")),
    ];

    public async ValueTask InitializeAsync() => _index = await LiveIndex.StartAsync(Articles);

    public async ValueTask DisposeAsync()
    {
        if (_index is not null) await _index.DisposeAsync();
    }

    private static string Rich(string title, string published, string domain, string heat) =>
        $"""
        ---
        title: {title}
        excerpt: {Excerpt}
        publishedDateTime: {published}
        webUrl: https://{domain}/moon-probe
        ampWebUrl: https://amp.{domain}/moon-probe
        type: article
        category: technology
        quality: 63.5
        heat: {heat}
        published: true
        provider:
          name: Name of {domain}
          domain: {domain}
        topics:
        - Space
        - Security
        images:
        - url: https://img.{domain}/a.jpg
          width: 640
          height: 360
        ---

        """;
}
