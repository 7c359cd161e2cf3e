using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Stories;

/// <summary>
/// The timeline of an index. The dates of all articles are read and counted by day when it is made, 12 bytes an article; ids and words of a day are read when the day is come to. One thread.
/// </summary>
internal sealed class IndexTimeline : IStoryTimeline
{
    private const long DayMs = 86_400_000;

    private readonly DirectoryReader _reader;
    private readonly StemTable _table;
    private readonly DocValuesCursor<SortedDocValues>[] _ids;
    private readonly FingerprintColumn[] _fingerprints;

    // Documents by day: those of day _firstDay + i are _docs[_starts[i].._starts[i + 1]], each with its date.
    private readonly long _firstDay;
    private readonly int[] _starts = [0];
    private readonly int[] _docs = [];
    private readonly long[] _dates = [];

    /// <summary>Reads the dates.</summary>
    public IndexTimeline(DirectoryReader reader, StemTable table)
    {
        _reader = reader;
        _table = table;
        _ids = [.. reader.Leaves.Select(leaf => new DocValuesCursor<SortedDocValues>(() => leaf.Reader.GetSortedDocValues(ArticleFields.Id)))];
        _fingerprints = [.. reader.Leaves.Select(leaf => new FingerprintColumn(leaf.Reader))];
        (List<int> docs, List<long> dates) = ReadDates(reader);
        if (docs.Count == 0) return;
        long first = long.MaxValue;
        long last = long.MinValue;
        foreach (long date in dates) (first, last) = (Math.Min(first, date), Math.Max(last, date));
        _firstDay = DayOf(first);
        _starts = new int[DayOf(last) - _firstDay + 2];
        foreach (long date in dates) _starts[DayOf(date) - _firstDay + 1]++;
        for (int day = 1; day < _starts.Length; day++) _starts[day] += _starts[day - 1];
        _docs = new int[docs.Count];
        _dates = new long[docs.Count];
        int[] next = [.. _starts];
        for (int i = 0; i < docs.Count; i++)
        {
            int at = next[DayOf(dates[i]) - _firstDay]++;
            _docs[at] = docs[i];
            _dates[at] = dates[i];
        }
    }

    /// <inheritdoc/>
    public IEnumerable<StoryArticle> From(long publishedAt)
    {
        for (long day = Math.Max(0, DayOf(publishedAt) - _firstDay); day < _starts.Length - 1; day++)
        {
            foreach (StoryArticle article in ReadDay((int)day))
            {
                if (article.PublishedAt >= publishedAt) yield return article;
            }
        }
    }

    /// <inheritdoc/>
    public void Weigh(StoryArticle article, StoryVector vector)
    {
        LeafReaderContext leaf = _reader.LeafOf(article.Handle);
        vector.Set(Parse(_fingerprints[leaf.Ord].Read(article.Handle - leaf.DocBase), article.Handle), _table);
    }

    /// <summary>Counts the stems of all articles, dated or not.</summary>
    public static StemTable CountStems(DirectoryReader reader)
    {
        var counter = new StemCounter();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetBinaryDocValues(ArticleFields.Story) is not { } values) continue;
            while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                if (leaf.Reader.LiveDocs is not { } live || live[values.DocId]) counter.Add(Parse(values.BinaryValue, leaf.DocBase + values.DocId));
            }
        }

        return counter.ToTable();
    }

    private static (List<int> Docs, List<long> Dates) ReadDates(DirectoryReader reader)
    {
        var docs = new List<int>(reader.NumDocs);
        var dates = new List<long>(reader.NumDocs);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetNumericDocValues(ArticleFields.PublishedAt) is not { } values) continue;
            while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[values.DocId]) continue;
                docs.Add(leaf.DocBase + values.DocId);
                dates.Add(values.LongValue);
            }
        }

        return (docs, dates);
    }

    private static long DayOf(long date)
    {
        (long day, long rest) = Math.DivRem(date, DayMs);
        return rest < 0 ? day - 1 : day;
    }

    private static StoryFingerprint Parse(ReadOnlySpan<byte> value, int doc)
    {
        try
        {
            return new StoryFingerprint(value);
        }
        catch (FormatException e)
        {
            throw new CorruptIndexException($"document {doc}: {e.Message}", ArticleFields.Story, doc, e);
        }
    }

    private static CorruptIndexException Missing(string field, int doc) => new($"document {doc} has no doc value of field '{field}'", field, doc);

    private StoryArticle[] ReadDay(int day)
    {
        var articles = new StoryArticle[_starts[day + 1] - _starts[day]];
        for (int i = 0; i < articles.Length; i++)
        {
            int doc = _docs[_starts[day] + i];
            LeafReaderContext leaf = _reader.LeafOf(doc);
            SortedDocValues ids = _ids[leaf.Ord].MoveTo(doc - leaf.DocBase) ?? throw Missing(ArticleFields.Id, doc);
            articles[i] = new StoryArticle(Encoding.UTF8.GetString(ids.LookupOrd(ids.OrdValue)), _dates[_starts[day] + i], doc);
        }

        Array.Sort(articles, static (a, b) => a.PublishedAt == b.PublishedAt ? string.CompareOrdinal(a.Id, b.Id) : a.PublishedAt.CompareTo(b.PublishedAt));
        return articles;
    }
}
