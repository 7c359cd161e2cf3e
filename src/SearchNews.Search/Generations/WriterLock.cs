using System.Globalization;
using System.Text.Json;
using SearchNews.Lucene.Store;

namespace SearchNews.Search.Generations;

/// <summary>
/// The right to change the index folder, held by one process at a time: an operating-system lock on <c>write.lock</c>, which the system frees when its holder
/// dies, and <c>writer.json</c>, which tells people who holds it.
/// </summary>
public sealed class WriterLock : IDisposable
{
    private const string HolderName = "writer.json";

    private readonly IndexLock _lock;
    private readonly string _holderPath;

    private WriterLock(IndexLock @lock, string holderPath)
    {
        _lock = @lock;
        _holderPath = holderPath;
    }

    /// <summary>Takes the lock of an index folder, creating the folder when it is missing.</summary>
    /// <param name="root">The index folder.</param>
    /// <param name="purpose">What the holder is doing, for the message that others get.</param>
    /// <exception cref="IndexLockedException">Another process, or another task of this one, holds it.</exception>
    public static WriterLock Obtain(string root, string purpose)
    {
        Directory.CreateDirectory(root);
        string holderPath = Path.Combine(root, HolderName);
        IndexLock held;
        try
        {
            held = FileLock.Obtain(Path.Combine(root, IndexLock.WriteLockName));
        }
        catch (LockObtainFailedException e)
        {
            throw new IndexLockedException(DescribeHolder(holderPath), e);
        }

        File.WriteAllText(holderPath, string.Create(CultureInfo.InvariantCulture, $"{{\"pid\":{Environment.ProcessId},\"purpose\":\"{JsonEncodedText.Encode(purpose)}\"}}\n"));
        return new WriterLock(held, holderPath);
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        File.Delete(_holderPath);
        _lock.Dispose();
    }

    private static string DescribeHolder(string path)
    {
        try
        {
            using JsonDocument holder = JsonDocument.Parse(File.ReadAllBytes(path));
            return string.Create(CultureInfo.InvariantCulture, $"process {holder.RootElement.GetProperty("pid").GetInt32()} ({holder.RootElement.GetProperty("purpose").GetString()})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "another process";
        }
    }
}
