using System.Diagnostics;
using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Stories;

/// <summary>
/// Keeps the stories of a generation in step with its articles: told of every article that comes, changes or goes, it writes the stories that belong to the next commit. One thread.
/// </summary>
/// <param name="directory">The generation.</param>
/// <param name="commit">Its last commit; null for a new generation.</param>
internal sealed class StoryKeeper(IndexDirectory directory, SegmentInfos? commit)
{
    // Articles that came, changed or went since the last commit, and when they are published now: null for no more, or without a date.
    private readonly Dictionary<string, long?> _changed = new(StringComparer.Ordinal);

    private string? _last = commit is null ? null : StoryFiles.NameIn(commit);
    private string? _next;
    private StemTable? _table;
    private StoryGroups? _groups;

    // Groups all articles on a thread of its own.
    private Task? _grouping;

    // What the writer had before the articles changed, to tell when those were published.
    private DirectoryReader? _before;

    /// <summary>Time spent grouping so far.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Begins to group the articles of a new generation, as the writer has them now, on a thread of its own; what comes after makes that void.</summary>
    public void Begin(IndexWriter writer)
    {
        if (_last is not null) return;
        Stop();
        DirectoryReader reader = DirectoryReader.Open(writer);
        _grouping = Task.Run(() => GroupAll(reader));
    }

    /// <summary>An article is about to be put in or taken out.</summary>
    /// <param name="writer">The writer, which does not know of it yet.</param>
    /// <param name="id">The article.</param>
    /// <param name="publishedAt">When it is published from now on; null when it goes, or has no date.</param>
    public void Touch(IndexWriter writer, string id, DateTimeOffset? publishedAt)
    {
        if (_last is null)
        {
            Stop();
            return;
        }

        _before ??= DirectoryReader.Open(writer);
        _changed[id] = publishedAt?.ToUnixTimeMilliseconds();
    }

    /// <summary>Writes the stories of what the writer has now, durable once the folder is.</summary>
    /// <returns>The name that the commit is to give.</returns>
    public string Write(IndexWriter writer)
    {
        if (_last is not null && _changed.Count == 0) return _next = _last;
        if (_last is null) WriteAll(writer);
        else Regroup(_before!, _before!.OpenIfChanged() ?? _before, _last);
        _next = StoryFiles.NextName(directory);
        StoryGroupsFormat.Write(directory, _next, _groups!);
        return _next;
    }

    /// <summary>What was written last is committed.</summary>
    public void Committed()
    {
        if (_next != _last) StoryFiles.DeleteOld(directory, _next, _last);
        _last = _next;
        _before = null;
        _changed.Clear();
    }

    /// <summary>Forgets everything since the last commit.</summary>
    public void Rollback()
    {
        Stop();
        _changed.Clear();
        _groups = null;
        _before = null;
    }

    private static long? PublishedAt(DirectoryReader reader, string id)
    {
        int doc = ArticleIds.Find(reader, Encoding.UTF8.GetBytes(id));
        if (doc < 0) return null;
        LeafReaderContext leaf = reader.LeafOf(doc);
        return leaf.Reader.GetNumericDocValues(ArticleFields.PublishedAt) is { } dates && dates.AdvanceExact(doc - leaf.DocBase) ? dates.LongValue : null;
    }

    private void WriteAll(IndexWriter writer)
    {
        if (_grouping is null) GroupAll(DirectoryReader.Open(writer));
        else _grouping.GetAwaiter().GetResult();
        _grouping = null;
        if (directory.ListAll().Contains(StoryFiles.Stems, StringComparer.Ordinal)) directory.DeleteFile(StoryFiles.Stems);
        StemTableFormat.Write(directory, _table!);
    }

    private void GroupAll(DirectoryReader reader)
    {
        long started = Stopwatch.GetTimestamp();
        _table = IndexTimeline.CountStems(reader);
        _groups = StoryGrouper.Group(new IndexTimeline(reader, _table));
        Time += Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Waits until nobody groups any more, and forgets what came of it, failures too.</summary>
    private void Stop()
    {
        if (_grouping is null) return;
        _grouping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        _grouping = null;
    }

    private void Regroup(DirectoryReader before, DirectoryReader after, string last)
    {
        long started = Stopwatch.GetTimestamp();
        _table ??= StemTableFormat.Read(directory);
        _groups ??= StoryGroupsFormat.ReadGroups(directory, last);
        var dates = new List<long>();
        foreach ((string id, long? publishedAt) in _changed)
        {
            _groups.Forget(id);
            if (PublishedAt(before, id) is { } old) dates.Add(old);
            if (publishedAt is { } now) dates.Add(now);
        }

        dates.Sort();
        StoryGrouper.Regroup(new IndexTimeline(after, _table), _groups, dates);
        Time += Stopwatch.GetElapsedTime(started);
    }
}
