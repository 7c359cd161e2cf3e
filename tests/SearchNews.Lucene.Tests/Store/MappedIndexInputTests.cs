using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

public sealed class MappedIndexInputTests : IndexInputContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IndexInput Create(string name, byte[] bytes)
    {
        string path = _folder.Combine($"{Guid.NewGuid():N}");

        // Nothing can be mapped of an empty file, so there is a byte more, which no read may reach.
        File.WriteAllBytes(path, [.. bytes, 0x55]);
        using var handle = File.OpenHandle(path);
        return new IndexInput(name, MappedFile.Map(name, handle, bytes.Length + 1, new MemoryBudget(0)), bytes.Length);
    }
}
