using System.Globalization;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>Apache Lucene and we write to one index in turns, and both find in it what a naive model says.</summary>
public sealed class TurnsWithLuceneTests
{
    private readonly LifeModel _model = new();
    private readonly Random _random = Seeds.Random();
    private long _number;

    [Fact]
    public void WriteInTurns_EqualsTheModelAfterEachTurn()
    {
        Oracle.SkipUnlessAvailable();
        int turns = LongTier.Rounds(10, 250);
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        DirectoryReader? reader = null;
        for (int turn = 0; turn < turns; turn++)
        {
            string[] changes = [.. Enumerable.Range(0, 40).SelectMany(_ => Change())];
            if (turn % 2 == 0) Oracle.ChangeIndex(folder.Path, changes);
            else ChangeByUs(directory, reader, changes);
            reader = reader?.OpenIfChanged() ?? DirectoryReader.Open(directory);
            _model.ShouldBe(reader, $"turn {turn}");
            LuceneAnswers.ShouldBeOurs(folder.Path, reader, _model.Documents);
            if (turn % 5 == 4) Oracle.CheckIndex(folder.Path);
        }

        IndexDump.Of(reader!).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder.Path));
        IndexVerifier.Verify(directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
    }

    private static void ChangeByUs(IndexDirectory directory, DirectoryReader? lender, string[] changes)
    {
        using IndexWriter writer = new(directory, new IndexWriterConfig { SegmentsPerTier = 4 }, lender);
        foreach (string change in changes) Apply(writer, change.Split(' '));
        writer.Commit();
    }

    private static void Apply(IndexWriter writer, string[] parts)
    {
        switch (parts[0])
        {
            case "add": writer.AddDocument(Document(parts[1..]).ToDocument()); break;
            case "update": writer.UpdateDocument(new Term(parts[1], parts[2]), Document(parts[3..]).ToDocument()); break;
            case "delete": writer.DeleteDocuments(new Term(parts[1], parts[2])); break;
            case "deleteAll": writer.DeleteAll(); break;
            case "flush": writer.Flush(); break;
            case "commit": writer.Commit(); break;
            default: writer.ForceMerge(int.Parse(parts[1], CultureInfo.InvariantCulture)); break;
        }
    }

    private static LifeDocument Document(string[] parts) => new(parts[1], long.Parse(parts[0], CultureInfo.InvariantCulture), string.Join(' ', parts[2..]));

    private IEnumerable<string> Change()
    {
        LifeDocument document = LifeDocument.Random(_random, $"id{_random.Next(150)}", _number);
        string line = $"{document.Number} {document.Id} {document.Words}";
        switch (_random.Next(200))
        {
            case < 90:
                _number++;
                _model.Documents.Add(document);
                yield return $"add {line}";
                break;
            case < 130:
                _number++;
                _model.Update("id", document.Id, document);
                yield return $"update id {document.Id} {line}";
                break;
            case < 165:
                (string field, string term) = _random.Next(12) == 0 ? ("words", $"w{_random.Next(13)}") : ("id", document.Id);
                _model.Delete(field, term);
                yield return $"delete {field} {term}";
                break;
            case < 180: yield return "flush"; break;
            case < 190: yield return "commit"; break;
            case < 199: yield return $"merge {_random.Next(1, 4)}"; break;
            default:
                _model.Documents.Clear();
                yield return "deleteAll";
                break;
        }
    }
}
