namespace SearchNews.Browser.Tests.Hostile;

/// <summary>Two services for the tests of hostile text: one whose articles have a payload in every field, one of plain articles of the same shape.</summary>
public sealed class HostileSite : IAsyncLifetime
{
    /// <summary>How many payloads there are.</summary>
    public const int Count = 2_000;

    /// <summary>How many are shown on a page; the plain site has one page more, of articles that have nothing but an excerpt.</summary>
    public const int PageSize = 100;

    private readonly TempFolder _folder = new();
    private ServerProcess? _hostile;
    private ServerProcess? _plain;

    /// <summary>The payloads; the n-th article has the n-th.</summary>
    internal static IReadOnlyList<string> Payloads { get; } = HostilePayloads.Generate(Seeds.Of(Seeds.Current, 0), Count);

    internal Uri Hostile => (_hostile ?? throw new InvalidOperationException("not started")).Address;

    internal Uri Plain => (_plain ?? throw new InvalidOperationException("not started")).Address;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsAvailable) return;
        string hostile = _folder.Combine("hostile"), plain = _folder.Combine("plain");
        HostileArticles.Write(Path.Combine(hostile, "articles"), Payloads);
        HostileArticles.Write(Path.Combine(plain, "articles"), HostileArticles.PlainLike(Payloads));
        HostileArticles.WriteBare(Path.Combine(plain, "articles"), PageSize);
        Task<ServerProcess> starting = TestServer.StartAsync(plain);
        _hostile = await TestServer.StartAsync(hostile);
        _plain = await starting;
    }

    public ValueTask DisposeAsync()
    {
        _hostile?.Dispose();
        _plain?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
