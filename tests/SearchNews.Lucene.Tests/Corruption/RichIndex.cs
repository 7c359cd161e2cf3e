using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Tests.Index;

namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>Small indexes with something of everything.</summary>
internal static class RichIndex
{
    /// <summary>What <see cref="Of"/> knows: our own as separate files and as compound files, and one that Lucene wrote.</summary>
    public static readonly string[] Kinds = ["separate", "compound", "lucene"];

    private static readonly Lazy<MemoryDirectory> Separate = new(() => Write(compound: false, seed: 1));
    private static readonly Lazy<MemoryDirectory> Compound = new(() => Write(compound: true, seed: 2));
    private static readonly Lazy<MemoryDirectory> FromLucene = new(Load);

    /// <summary>The index of a kind; not to be changed.</summary>
    public static IndexDirectory Of(string kind) => kind switch
    {
        "separate" => Separate.Value,
        "compound" => Compound.Value,
        _ => FromLucene.Value,
    };

    /// <summary>Names of the files that readers look at.</summary>
    public static IReadOnlyList<string> FilesOf(string kind) => Of(kind).ListAll();

    /// <summary>Text, keywords, features, doc values, stored fields; two segments, deletions in one of them; a term in more documents than a block holds.</summary>
    public static MemoryDirectory Write(bool compound, int seed)
    {
        MemoryDirectory directory = new();
        RandomDocuments documents = new(Seeds.Of(Seeds.Default, seed));
        using IndexWriter writer = new(directory, new IndexWriterConfig { UseCompoundFile = compound, MergeAutomatically = false, IdSeed = seed });
        for (int i = 0; i < 170; i++)
        {
            Document document = i % 5 == 0 ? documents.Next() : [];
            document.Add(new StringField("all", "yes"));
            writer.AddDocument(document);
            if (i == 150) writer.Flush();
        }

        writer.DeleteDocuments(new Term("id", "doc3"), new Term("id", "doc10"));
        writer.CommitUserData = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "rich" };
        writer.Commit();
        return directory;
    }

    private static MemoryDirectory Load()
    {
        MemoryDirectory directory = new();
        foreach (string path in Directory.GetFiles(RepoRoot.Combine("tests", "Fixtures", "lucene-tiny")))
        {
            using IndexOutput output = directory.CreateOutput(Path.GetFileName(path));
            output.WriteBytes(File.ReadAllBytes(path));
        }

        return directory;
    }
}
