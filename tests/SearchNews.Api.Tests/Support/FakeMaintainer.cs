using System.Text;
using SearchNews.Articles.Diagnostics;
using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;

namespace SearchNews.Api.Tests;

/// <summary>A maintainer without an index: remembers what it was asked. Rebuilds wait for <see cref="Release"/>; some ids and texts make trouble. Thread-safe.</summary>
internal sealed class FakeMaintainer : IIndexMaintainer
{
    /// <summary>A text that is no article.</summary>
    public const string Invalid = "no front matter";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _articles = new(StringComparer.Ordinal) { ["plain"] = "old" };
    private readonly SemaphoreSlim _release = new(0);

    public string? Problem { get; set; }

    /// <summary>What the next long work ends with, in place of a report.</summary>
    public Exception? Failure { get; set; }

    /// <summary>True when rebuilds and updates wait for <see cref="Release"/> or their end.</summary>
    public bool Holds { get; set; }

    /// <summary>Counts long works that began.</summary>
    public SemaphoreSlim Entered { get; } = new(0);

    /// <summary>Counts long works that were cancelled.</summary>
    public SemaphoreSlim Cancelled { get; } = new(0);

    public BuildOptions? LastBuild { get; private set; }

    public UpdateOptions? LastUpdate { get; private set; }

    public bool CanRollBack { get; set; } = true;

    public IReadOnlyDictionary<string, string> Articles
    {
        get
        {
            lock (_lock) return new Dictionary<string, string>(_articles, StringComparer.Ordinal);
        }
    }

    public void Release() => _release.Release(1000);

    public ArticleChange PutArticle(string id, ReadOnlyMemory<byte> markdown, CancellationToken cancellationToken = default)
    {
        Check(id);
        if (id == "held") Work(cancellationToken);
        string text = Encoding.UTF8.GetString(markdown.Span);
        if (text == Invalid) throw new InvalidArticleException([new ArticleDiagnostic(id + ".md", 3, 7, "bad-date", DiagnosticSeverity.Error, "is no date")]);
        lock (_lock)
        {
            ArticleChange change = _articles.ContainsKey(id) ? ArticleChange.Replaced : ArticleChange.Created;
            _articles[id] = text;
            return change;
        }
    }

    public bool DeleteArticle(string id, CancellationToken cancellationToken = default)
    {
        Check(id);
        lock (_lock) return _articles.Remove(id);
    }

    public BuildReport Rebuild(BuildOptions options, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LastBuild = options;
        progress?.Invoke(new BuildProgress(BuildStage.Indexing, 3, 10));
        Work(cancellationToken);
        return new BuildReport { Generation = "g000003", Indexed = 10, Skipped = ["bad.md:1:1: is empty"] };
    }

    public UpdateReport Update(UpdateOptions options, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        LastUpdate = options;
        Work(cancellationToken);
        return new UpdateReport { Generation = "g000002", Commit = 8, Indexed = 1, Unchanged = 24 };
    }

    public Generation Rollback() => CanRollBack ? new Generation(1, FakeBackend.Secret) : throw new BackendUnavailableException("There is no sound generation before the live one.");

    private static void Check(string id)
    {
        if (id.Contains("..", StringComparison.Ordinal)) throw new InvalidRequestException("id", "names no file below the folder.");
        if (id == "locked") throw new IndexLockedException(new WriterHolder(7, "index rebuild"));
        if (id == "full") throw new IOException($"No space left on device : '{FakeBackend.Secret}'");
    }

    private void Work(CancellationToken cancellationToken)
    {
        Entered.Release();
        try
        {
            if (Holds) _release.Wait(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Cancelled.Release();
            throw;
        }

        if (Failure is { } failure) throw failure;
    }
}
