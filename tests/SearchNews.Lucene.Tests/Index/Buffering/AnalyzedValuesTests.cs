using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Buffering;

public sealed class AnalyzedValuesTests
{
    [Fact]
    public void AddDocument_ValuesThatComeAgain_MakesTheIndexOfCopies()
    {
        Random random = Seeds.Random();
        ZipfWords words = new(random, 3_000);
        (MemoryDirectory shared, MemoryDirectory copied) = (new(), new());
        using (IndexWriter one = new(shared, Config()))
        using (IndexWriter other = new(copied, Config()))
        {
            for (int doc = 0; doc < 400; doc++)
            {
                string[] values = [words.Text(random, random.Next(8)), words.Text(random, random.Next(40)) + " the", random.Next(3) == 0 ? Some.Text(random, 20) : "", new string('x', random.Next(50) == 0 ? 40_000 : 1)];
                int[] chosen = [.. Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(values.Length))];
                string[] fields = [.. chosen.Select(_ => random.Next(4) switch { 0 => "plain", 1 => "words", _ => "news" + random.Next(2) })];
                Document Of(Func<string, string> value)
                {
                    Document document = new();
                    for (int i = 0; i < chosen.Length; i++) document.Add(new TextField(fields[i], value(values[chosen[i]])));
                    return document;
                }

                bool isRefused = TryAdd(one, Of(v => v));
                TryAdd(other, Of(v => new string(v.AsSpan()))).ShouldBe(isRefused);
            }

            one.Commit();
            other.Commit();
        }

        IndexDump.Of(DirectoryReader.Open(shared), IndexDump.ContentSections).ShouldBe(IndexDump.Of(DirectoryReader.Open(copied), IndexDump.ContentSections));
    }

    private static bool TryAdd(IndexWriter writer, Document document)
    {
        try
        {
            writer.AddDocument(document);
            return false;
        }
        catch (InvalidDocumentException)
        {
            return true;
        }
    }

    private static IndexWriterConfig Config()
    {
        NewsAnalyzer news = new();
        return new IndexWriterConfig
        {
            IdSeed = 1,
            FieldAnalyzers = new Dictionary<string, SearchNews.Lucene.Analysis.Analyzer>(StringComparer.Ordinal) { ["news0"] = news, ["news1"] = news, ["words"] = new EnglishAnalyzer() },
        };
    }
}
