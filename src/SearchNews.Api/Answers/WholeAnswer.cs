using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SearchNews.Api.Answers;

/// <summary>
/// A 200 whose JSON is made in memory and sent at once with its length: the client has all of it before the request is logged, and needs no chunks. The
/// writer, not the options of the type, says what is escaped, so that the generated code which writes a type without looking at its members one by one
/// can be used; it is not when options name an encoder.
/// </summary>
/// <param name="write">Writes the JSON.</param>
internal sealed class WholeAnswer(Action<Utf8JsonWriter> write) : IResult
{
    // A buffer beyond this is for the garbage collector: one long list must not keep its size for good.
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _kept;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArrayBufferWriter<byte> buffer = _kept ?? new ArrayBufferWriter<byte>(16 * 1024);
        _kept = null;
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        HttpResponse response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;

        // Not cancelled by a deadline that passes meanwhile: what is there is sent. When the client is gone, the server itself ends the write.
        await response.Body.WriteAsync(buffer.WrittenMemory, CancellationToken.None);
        if (buffer.Capacity > LargestKept) return;
        buffer.ResetWrittenCount();
        _kept = buffer;
    }
}
