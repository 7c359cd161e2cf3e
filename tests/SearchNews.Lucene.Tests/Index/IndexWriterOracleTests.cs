using System.Globalization;
using System.Text.Json;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Indexes that we write are sound to Lucene, and hold to it what they hold to us; from the same documents Lucene makes the same index, and both can go on with the other's.</summary>
public sealed class IndexWriterOracleTests
{
    private static readonly string[] Content = ["impacts", .. IndexDump.ContentSections];

    [Fact]
    public void Commit_EveryKindOfField_LuceneReadsWhatWeRead()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        Write(directory);
        Oracle.CheckIndex(folder.Path);
        IndexDump.Of(DirectoryReader.Open(directory)).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder.Path));
    }

    [Fact]
    public void Merge_ByLuceneWithDeletions_IsWhatOurMergeMakes()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.CreateFolder("ours"));
        Write(directory);
        Oracle.MergeIndex(directory.FullPath, "delete=id:doc7", "delete=topic:", "nomerge");
        string other = Copy(directory.FullPath, folder.CreateFolder("lucene"));
        MergeByUs(directory);
        Oracle.MergeIndex(other, "inorder", "add=extra");
        Oracle.CheckIndex(directory.FullPath);
        Oracle.CheckIndex(other);
        Oracle.DumpIndex(directory.FullPath, Content).ShouldHaveTheLinesOf(Oracle.DumpIndex(other, Content));
    }

    [Theory]
    [InlineData("multi")]
    [InlineData("offsets")]
    [InlineData("dvupdates")]
    [InlineData("bestcompression")]
    [InlineData("docvalues")]
    public void ForceMerge_IndexByLucene_IsWhatLuceneMerges(string kind)
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(Copy(Oracle.SharedIndex(kind), folder.CreateFolder("ours")));
        string other = Copy(Oracle.SharedIndex(kind), folder.CreateFolder("lucene"));
        MergeByUs(directory);
        Oracle.MergeIndex(other, "inorder", "add=extra");
        Oracle.CheckIndex(directory.FullPath);
        Oracle.DumpIndex(directory.FullPath, Content).ShouldHaveTheLinesOf(Oracle.DumpIndex(other, Content));
    }

    [Fact]
    public void AddDocument_ValuesWithGapsAndStopWords_HasThePositionsOfLucene()
    {
        // Stop words at either end of a value, values of nothing else, and empty values: all that decides where the next one starts.
        string[] values = ["", "the", "the end of the", "to be or not to be", "of a word in the", "plain words", "a", "x"];
        var articles =
            from title in values
            from excerpt in values
            select new Article($"{Array.IndexOf(values, title)}-{Array.IndexOf(values, excerpt)}", title, excerpt, [title.Length > 5 ? "Long" : "Short"], title.Length, excerpt.Length * 0.75);
        ShouldBeAsByLucene([.. articles]);
    }

    [Fact]
    public void AddDocument_RealArticles_MakesTheIndexThatLuceneMakes()
    {
        Oracle.SkipUnlessAvailable();
        Corpus.SkipUnlessAvailable();
        var texts = Analysis.Articles.Read().Where(t => t.Length > 0).Take(1000);
        ShouldBeAsByLucene([.. texts.Select((t, i) => new Article($"a{i}", t[0], t.Length > 1 ? t[1] : "", ["News", t[0].Length % 2 == 0 ? "Even" : "Odd"], i % 5, (i % 7) - 1))]);
    }

    private static void ShouldBeAsByLucene(Article[] articles)
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        string lucene = folder.CreateFolder("lucene");
        Oracle.RunWithInput("WriteIndex", string.Join('\n', articles.Select(a => a.Json())), "news", lucene);
        using FileSystemDirectory directory = new(folder.CreateFolder("ours"));
        ListedNames noNames = new(new StringReader(""));
        NewsAnalyzer news = new(noNames);
        IndexWriterConfig config = new()
        {
            Analyzer = new KeywordAnalyzer(),
            FieldAnalyzers = new Dictionary<string, Analyzer>(StringComparer.Ordinal) { ["text"] = news, ["title"] = news, ["excerpt"] = news, ["words"] = new WordsAnalyzer(noNames) },
        };
        using (IndexWriter writer = new(directory, config))
        {
            foreach (Article article in articles) writer.AddDocument(article.Document());
            writer.Commit();
        }

        string[] sections = ["fields", .. Content];
        IndexDump.Of(DirectoryReader.Open(directory), sections).ShouldHaveTheLinesOf(Oracle.DumpIndex(lucene, sections));
    }

    private static void Write(IndexDirectory directory)
    {
        Random random = Seeds.Random();
        RandomDocuments documents = new(random);
        using IndexWriter writer = new(directory, new IndexWriterConfig());
        for (int i = 0; i < 1_000; i++)
        {
            writer.AddDocument(documents.Next());
            if (random.Next(150) == 0) writer.Flush();
        }

        writer.CommitUserData = new Dictionary<string, string>(StringComparer.Ordinal) { ["schema"] = "1", ["source"] = "über" };
        writer.Commit().ShouldBe(1);
    }

    private static void MergeByUs(IndexDirectory directory)
    {
        using IndexWriter writer = new(directory, new IndexWriterConfig { OpenMode = OpenMode.Append });
        writer.AddDocument(new Document { new StringField("id", "extra", stored: true) });
        writer.ForceMerge(1);
        writer.Commit();
    }

    private static string Copy(string source, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    /// <summary>An article as the program WriteIndex takes it, and as NewsKind.java makes a document of it.</summary>
    private sealed record Article(string Id, string Title, string Excerpt, string[] Topics, double Quality, double Coverage)
    {
        public string Json() => JsonSerializer.Serialize(new { id = Id, title = Title, excerpt = Excerpt, topics = Topics, quality = Quality, coverage = Coverage, provider = "Site.example" });

        public Document Document()
        {
            Document document = new() { new StringField("id", Id, stored: true), new SortedDocValuesField("id", Id) };
            foreach (string value in new[] { Title, Title, Excerpt }) document.Add(new TextField("text", value));
            document.Add(new TextField("title", Title));
            document.Add(new TextField("excerpt", Excerpt));
            document.Add(new TextField("words", Title));
            document.Add(new TextField("words", Excerpt));
            document.Add(new StringField("provider", "site.example"));
            document.Add(new SortedDocValuesField("provider", "Site.example"));
            foreach (string topic in Topics)
            {
                document.Add(new StringField("topic", topic.ToLower(CultureInfo.InvariantCulture)));
                document.Add(new SortedSetDocValuesField("topic", topic));
            }

            AddNumber(document, "quality", Quality);
            AddNumber(document, "coverage", Coverage);
            document.Add(new StoredField("source", Title + "\n" + Excerpt));
            return document;
        }

        private static void AddNumber(Document document, string name, double value)
        {
            document.Add(NumericDocValuesField.OfDouble(name, value));
            if (value > 0) document.Add(new FeatureField("features", name, (float)value));
        }
    }
}
