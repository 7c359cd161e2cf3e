using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Tests.Index;

namespace SearchNews.Lucene.Tests.Store;

/// <summary>The contract when nothing fits into memory, so that every file is mapped.</summary>
public sealed class MappedDirectoryTests : IndexDirectoryContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OpenInput_AnyFile_IsMapped()
    {
        var budget = new MemoryBudget(0, smallFileBytes: 0);
        using var directory = new FileSystemDirectory(_folder.Path, budget);
        Write(directory, "a", 10);
        IndexInput input = directory.OpenInput("a");
        budget.Mapped.ShouldBe(10);
        budget.Used.ShouldBe(0);
        GC.KeepAlive(input);
    }

    [Fact]
    public void OpenInput_TruncatedSinceMeasured_IsCorrupt()
    {
        string path = _folder.Combine("file");
        File.WriteAllBytes(path, new byte[10]);
        using var handle = File.OpenHandle(path);
        Should.Throw<CorruptIndexException>(() => MappedFile.Map("file", handle, 11, new MemoryBudget(0))).FileName.ShouldBe("file");
    }

    [Fact]
    public void DirectoryReader_MappedFiles_ReadsWhatIsThere()
    {
        RandomDocuments documents = new(Seeds.Random());
        using var inMemory = new FileSystemDirectory(_folder.Path, new MemoryBudget(long.MaxValue));
        using (IndexWriter writer = new(inMemory, new IndexWriterConfig()))
        {
            for (int i = 0; i < 300; i++) writer.AddDocument(documents.Next());
            writer.Commit();
        }

        var budget = new MemoryBudget(0, smallFileBytes: 0);
        using var mapped = new FileSystemDirectory(_folder.Path, budget);
        DirectoryReader reader = DirectoryReader.Open(mapped);
        budget.Mapped.ShouldBeGreaterThan(0);
        IndexVerifier.Verify(reader);
        IndexDump.Of(reader).ShouldBe(IndexDump.Of(DirectoryReader.Open(inMemory)));
    }

    protected override IndexDirectory CreateDirectory() => new FileSystemDirectory(_folder.Combine("index"), new MemoryBudget(0, smallFileBytes: 0));

    private static void Write(IndexDirectory directory, string name, int length)
    {
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(new byte[length]);
    }
}
