using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>An index some of whose files have other bytes, or are gone. The index itself stays as it is.</summary>
internal sealed class DamagedDirectory(IndexDirectory inner) : FilterDirectory(inner)
{
    private readonly Dictionary<string, byte[]?> _changed = new(StringComparer.Ordinal);

    /// <summary>False takes out the comparison of checksums.</summary>
    public bool VerifiesChecksums { get; init; } = true;

    /// <summary>Gives a file other bytes, or takes it away when they are null.</summary>
    public DamagedDirectory With(string name, byte[]? bytes)
    {
        _changed[name] = bytes;
        return this;
    }

    public override IReadOnlyList<string> ListAll() =>
        [.. base.ListAll().Where(name => !_changed.ContainsKey(name)).Concat(_changed.Where(c => c.Value is not null).Select(c => c.Key)).Order(StringComparer.Ordinal)];

    public override long FileLength(string name) => Find(name, out byte[] bytes) ? bytes.Length : base.FileLength(name);

    public override IndexInput OpenInput(string name) => Find(name, out byte[] bytes) ? new IndexInput(name, bytes) : base.OpenInput(name);

    public override IndexInput OpenVerified(string name) => VerifiesChecksums ? base.OpenVerified(name) : OpenInput(name);

    private bool Find(string name, out byte[] bytes)
    {
        bytes = [];
        if (!_changed.TryGetValue(name, out byte[]? changed)) return false;
        bytes = changed ?? throw new FileNotFoundException($"No file '{name}'.", name);
        return true;
    }
}
