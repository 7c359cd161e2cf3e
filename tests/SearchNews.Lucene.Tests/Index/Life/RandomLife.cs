using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>Does to an index and to a <see cref="LifeModel"/> whatever can be done, at random, and compares them all the time.</summary>
internal sealed class RandomLife : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Random _random;
    private readonly IndexSortField[] _sort;
    private readonly LifeModel _model = new();
    private IndexWriter _writer;
    private DirectoryReader? _reader;
    private int _step;
    private long _number;

    public RandomLife(IndexDirectory directory, Random random, params IndexSortField[] sort)
    {
        _sort = sort;
        _directory = directory;
        _random = random;
        _writer = new IndexWriter(directory, Config());
        _writer.Commit();
    }

    /// <summary>What the index must hold.</summary>
    public LifeModel Model => _model;

    public void Run(int steps)
    {
        for (; steps > 0; steps--) Step();
        Commit();
        _writer.WaitForMerges();
        _writer.Commit();
        _model.ShouldBe(DirectoryReader.Open(_directory), "the end");
    }

    public void Dispose() => _writer.Dispose();

    private string When => $"step {_step}";

    private void Step()
    {
        _step++;
        switch (_random.Next(100))
        {
            case < 35: Add(); break;
            case < 58: Update(); break;
            case < 74: Delete(); break;
            case < 79: _writer.Flush(); break;
            case < 86: Refresh(); break;
            case < 92: Commit(); break;
            case < 94: Prepare(); break;
            case < 96: _writer.ForceMerge(_random.Next(1, 4)); break;
            case < 97: _writer.WaitForMerges(); break;
            case < 98: Rollback(); break;
            case < 99: Reopen(); break;
            default: DeleteAll(); break;
        }
    }

    private void Add()
    {
        LifeDocument document = Next();
        _writer.AddDocument(document.ToDocument());
        _model.Documents.Add(document);
    }

    private void Update()
    {
        LifeDocument document = Next();
        (string field, string term) = _random.Next(8) == 0 ? ("words", $"w{_random.Next(13)}") : ("id", document.Id);
        _writer.UpdateDocument(new Term(field, term), document.ToDocument());
        _model.Update(field, term, document);
    }

    private void Delete()
    {
        (string, string)[] terms = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => _random.Next(15) == 0 ? ("words", $"w{_random.Next(13)}") : ("id", SomeId()))];
        _writer.DeleteDocuments(Array.ConvertAll(terms, t => new Term(t.Item1, t.Item2)));
        foreach ((string field, string term) in terms) _model.Delete(field, term);
    }

    private void Refresh()
    {
        _reader = _reader is null || _random.Next(4) == 0 ? DirectoryReader.Open(_writer) : _reader.OpenIfChanged() ?? _reader;
        _model.ShouldBe(_reader, When);
        _reader.OpenIfChanged()?.NumDocs.ShouldBe(_reader.NumDocs, "only merges change it now");
    }

    private void Commit()
    {
        _writer.Commit();
        _model.Commit();
        _model.ShouldBe(DirectoryReader.Open(_directory), When);
    }

    private void Prepare()
    {
        _writer.PrepareCommit();
        DirectoryReader before = DirectoryReader.Open(_directory);
        _model.CommittedShouldBe(before, When);
        if (_random.Next(3) == 0)
        {
            Rollback();
            return;
        }

        // What comes now is not in the commit.
        _model.Commit();
        Add();
        Update();
        _writer.Commit();
        _model.CommittedShouldBe(before.OpenIfChanged() ?? before, When);
    }

    private void Rollback()
    {
        if (_random.Next(2) == 0) _writer.Rollback();
        else _writer.Dispose();
        _model.Rollback();
        Open();
    }

    private void Reopen()
    {
        Commit();
        _writer.Dispose();
        Open();
    }

    private void Open()
    {
        _reader = null;
        DirectoryReader? lender = _random.Next(2) == 0 ? DirectoryReader.Open(_directory) : null;
        _writer = new IndexWriter(_directory, Config(), lender);
        _model.ShouldBe(DirectoryReader.Open(_directory), $"{When}, reopened");
        DirectoryReader committed = DirectoryReader.Open(_directory);
        _directory.ListAll().Where(f => f != IndexLock.WriteLockName).ShouldBe(committed.Commit.Files().Append(committed.Commit.FileName).Order(StringComparer.Ordinal), "nothing is left behind");
    }

    private void DeleteAll()
    {
        if (_random.Next(4) > 0) return;
        _writer.DeleteAll();
        _model.Documents.Clear();
    }

    private LifeDocument Next() => LifeDocument.Random(_random, SomeId(), _number++);

    private string SomeId() => $"id{_random.Next(120)}";

    private IndexWriterConfig Config() => new() { IndexSort = _sort, SegmentsPerTier = _random.Next(2, 6), UseCompoundFile = _random.Next(3) > 0, MergeAutomatically = _random.Next(4) > 0 };
}
